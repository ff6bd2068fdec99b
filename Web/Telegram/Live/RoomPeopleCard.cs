using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>Who is in the room, a few at a time, in its message: whom to meet, and a contact for all.</summary>
internal sealed class RoomPeopleCard(RoomPeopleText people, RoomLiveButtons live, RoomFillIn fillIn, Words words)
{
    private const int OnAPage = 8;

    /// <summary>Whether the reader looks through them now.</summary>
    public static bool Shows(LivePeople? looking, RoomSnapshot now) => looking is { } at && at.Step == now.Step && Offered(now);

    /// <summary>At a table one talks to those who sit there; after the room they have a card of their own.</summary>
    public static bool Offered(RoomSnapshot now) => now.TableOf(now.Me) == 0 && now.Phase != RoomPhase.Closed;

    public BotMessage Card(LivePeople looking, RoomSnapshot now)
    {
        var all = now.Participants.Where(who => who.Number != now.Me && who.Presence != Presence.Left && !who.Hidden).ToList();
        var pages = Math.Max(1, (all.Count + OnAPage - 1) / OnAPage);
        var page = Math.Clamp(looking.Page, 0, pages - 1);
        var shown = all.Skip(page * OnAPage).Take(OnAPage).ToList();
        var head = $"<b>{Html.Escape(now.Plan.Title)}</b>\n{words.Html(all.Count == 0 ? "Room.NobodyElse" : "Room.People", all.Count)}";
        if (looking.Giving && all.Count > 0)
            return Ask(now, all.Count, page, head);
        return new()
        {
            Text = string.Join("\n\n", [head, .. shown.Select(who => people.Card(who, now, brief: true))]),
            Buttons =
            [
                .. shown.Select(who => live.Wish(now, who.Number)).Chunk(2),
                .. all.TrueForAll(who => RoomLiveButtons.Given(now, who.Number)) ? (BotButton[][])[] : [[GiveRoom(now, page)]],
                [
                    .. page > 0 ? (BotButton[])[new(words.Plain("Back"), RoomPress.Of(RoomPress.People, now.Room, page - 1))] : [],
                    .. page < pages - 1 ? (BotButton[])[new(words.Plain("More"), RoomPress.Of(RoomPress.People, now.Room, page + 1))] : [],
                    new(words.Plain("Room.NotPeople"), RoomPress.Of(RoomPress.NotPeople, now.Room)),
                ],
            ],
        };
    }

    private BotButton GiveRoom(RoomSnapshot now, int page) =>
        RoomFillIn.HasContact(now.MyCard, now.MyFields) ? new(words.Plain("Room.GiveRoom"), RoomPress.Of(RoomPress.GiveRoom, now.Room, page)) : fillIn.Button;

    /// <summary>What is given to so many cannot be taken back: it is shown before.</summary>
    private BotMessage Ask(RoomSnapshot now, int others, int page, string head)
    {
        var card = now.MyCard.Only(now.MyFields);
        var fields = new[] { card.Email, card.Phone, card.Telegram.Length > 0 ? $"@{card.Telegram}" : "" }.Concat(card.Links).Where(field => field.Length > 0).ToList();
        BotButton no = new(words.Plain("Room.NotGive"), RoomPress.Of(RoomPress.People, now.Room, page));
        return new()
        {
            Text = $"{head}\n\n{(fields.Count == 0 ? words.Html("Room.ToastNothing") : words.Html("Room.GiveRoomAsk", others, CardText.Row(fields)))}",
            Buttons = [fields.Count == 0 ? [no] : [new(words.Plain("Room.GiveRoomNow"), RoomPress.Of(RoomPress.GiveRoomNow, now.Room, page)), no]],
        };
    }
}
