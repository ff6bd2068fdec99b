using Microsoft.Extensions.Localization;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>What can be done about a room that is over, and about its people.</summary>
internal sealed class RoomAfterButtons(Words words, IStringLocalizer<RoomAfterTexts> texts, MiniApp app, RoomFillIn fillIn)
{
    private const int PeopleShown = 8;

    public IReadOnlyList<IReadOnlyList<BotButton>> Of(Guid room, RoomAfter after) => [.. Rows(room, after).Where(row => row.Length > 0)];

    private IEnumerable<BotButton[]> Rows(Guid room, RoomAfter after)
    {
        if (after.Useful == 0)
            yield return [.. Enumerable.Range(1, 5).Select(mark => new BotButton($"{mark}", RoomPress.Of(RoomPress.Useful, room, mark)))];
        else if (after.Again is null)
            yield return [new(texts["Yes"], RoomPress.Of(RoomPress.Again, room, 1)), new(texts["No"], RoomPress.Of(RoomPress.Again, room, 0))];
        foreach (var row in after.Met.Select(person => (BotButton[])[.. Keep(room, person), .. Give(room, person, after)]).Where(row => row.Length > 0).Take(PeopleShown))
            yield return row;
        if (!HasContact(after) && after.Met.Any(person => person.Given is null))
            yield return [fillIn.Button];
        foreach (var person in after.Missed.Where(person => person.Introduction == IntroductionState.None).Take(PeopleShown))
            yield return [new(words.Plain("Room.Introduce", RoomLiveButtons.Short(person.Who.Name)), RoomPress.Of(RoomPress.Introduce, room, person.Who.Number))];
        yield return [.. app.Button(words.Plain("Room.Open"), $"/rooms/{room:N}") is { } open ? (BotButton[])[open] : [], new(words.Plain("Room.Contacts"), new Press(PressVerb.Contacts, '0'))];
    }

    private BotButton[] Keep(Guid room, PersonAfter person) => person.Kept || person.Received is not null ? []
        : [new(words.Plain("Room.Keep", RoomLiveButtons.Short(person.Who.Name)), RoomPress.Of(RoomPress.Keep, room, person.Who.Number))];

    private BotButton[] Give(Guid room, PersonAfter person, RoomAfter after) => person.Given is not null || !HasContact(after) ? []
        : [new(words.Plain("Room.Give", RoomLiveButtons.Short(person.Who.Name)), RoomPress.Of(RoomPress.Give, room, person.Who.Number))];

    private static bool HasContact(RoomAfter after) => RoomFillIn.HasContact(after.MyCard, after.MyFields);
}
