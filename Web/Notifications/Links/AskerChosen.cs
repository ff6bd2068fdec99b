using System.Globalization;

namespace Weave.Notifications;

/// <summary>Whose wish for an introduction a link answers: a participant of a room, as <c>number.room</c>.</summary>
internal sealed record AskerChosen(Guid Room, int Number)
{
    public static AskerChosen Parse(string text) =>
        text.Split('.') is [var number, var room] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var who) && Guid.TryParseExact(room, "N", out var id)
            ? new(id, who)
            : throw new Refused(Refusal.NotFound);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}.{Room:N}");
}
