using System.Globalization;

namespace Weave.Notifications;

/// <summary>What a link in a mail says for the member it was sent to. Only what is harmless and may be said twice.</summary>
/// <param name="Verb">What is said.</param>
/// <param name="Subject">What about: a round, a community, a match or a time in one, a room or somebody in one.</param>
/// <param name="Member">Who says it.</param>
/// <param name="Expires">Until when.</param>
internal sealed record MailAnswer(MailVerb Verb, string Subject, Guid Member, DateTimeOffset Expires)
{
    private const char Separator = '|';

    public static MailAnswer? Parse(string text) => text.Split(Separator) is [var verb, var subject, var member, var expires]
        && Enum.TryParse<MailVerb>(verb, out var what) && Guid.TryParseExact(member, "N", out var who)
        && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            ? new(what, subject, who, DateTimeOffset.FromUnixTimeSeconds(until)) : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)Verb}{Separator}{Subject}{Separator}{Member:N}{Separator}{Expires.ToUnixTimeSeconds()}");
}
