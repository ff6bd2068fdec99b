using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>The buttons under a room's message: what can be done in it now.</summary>
internal sealed class RoomLiveButtons(Words words, MiniApp app)
{
    private const int LongestName = 20;

    public IReadOnlyList<IReadOnlyList<BotButton>> Of(RoomSnapshot now) => [.. Rows(now).Where(row => row.Length > 0)];

    public BotButton[][] Back(Guid room) => [[new(words.Plain("Room.Back"), RoomPress.Of(RoomPress.JoinHere, room))]];

    private IEnumerable<BotButton[]> Rows(RoomSnapshot now)
    {
        var table = now.TableOf(now.Me);
        if (table > 0 && now.Plan.VoiceAt(table) is { } voice)
            yield return [new(words.Plain("Room.Talk", table), Url: voice)];
        if (now.Stage is [var speaker, ..] && speaker == now.Me)
            yield return [new(words.Plain("Room.Done"), RoomPress.Of(RoomPress.Next, now.Room, now.Step))];
        if (table > 0)
        {
            var mates = now.Tables[table - 1].Where(number => number != now.Me).ToList();
            foreach (var row in mates.Select(number => Give(now, number)).Chunk(2))
                yield return row;
            if (mates.Count > 1 && mates.Any(number => !Given(now, number)))
                yield return [new(words.Plain("Room.GiveTable"), RoomPress.Of(RoomPress.GiveTable, now.Room))];
        }
        var open = app.Button(words.Plain("Room.Open"), $"/rooms/{now.Room:N}");
        if (now.Phase == RoomPhase.Closed)
            yield return [.. open is null ? [] : (BotButton[])[open], new(words.Plain("Room.Contacts"), new Press(PressVerb.Contacts, '0'))];
        else
            yield return [.. open is null ? [] : (BotButton[])[open], new(words.Plain("Room.Leave"), RoomPress.Of(RoomPress.Leave, now.Room))];
    }

    private BotButton Give(RoomSnapshot now, int number)
    {
        var name = now.Participants[number].Name;
        if (name.Length > LongestName)
            name = $"{name[..(LongestName - 1)]}…";
        return new(words.Plain(Given(now, number) ? "Room.Given" : "Room.Give", name), RoomPress.Of(RoomPress.Give, now.Room, number));
    }

    private static bool Given(RoomSnapshot now, int number) => now.Given.Any(gift => gift.To == number);
}
