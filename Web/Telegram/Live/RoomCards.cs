using Weave.Communities;
using Weave.Members;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>Rooms from outside: those a member may go to, and one of them with the ways in.</summary>
internal sealed class RoomCards(IGrainFactory grains, Words words, RoomPlaceButtons buttons, RoomCalendar calendar)
{
    private const int Listed = 8;
    private const int NamesShown = 8;

    public async Task<BotMessage> List(Member me)
    {
        var rooms = (await RoomLists.Of(me.Id, grains)).Where(one => one.Room.Phase != RoomPhase.Closed)
            .OrderBy(one => one.Room.Phase == RoomPhase.Lobby).ThenBy(one => one.Room.StartsAt).Take(Listed).ToList();
        if (rooms.Count == 0)
            return new BotMessage { Text = words.Html("Rooms.None"), Buttons = [[new BotButton(words.Plain("Communities"), new Press(PressVerb.Communities, '0'))]] };
        return new BotMessage
        {
            Text = $"{words.Html("Rooms.Title")}\n\n{string.Join("\n\n", rooms.Select(one => Line(one.Room, one.Community, me)))}",
            Buttons = [.. rooms.Select(one => (BotButton[])[new BotButton(one.Room.Title, RoomPress.Of(RoomPress.Card, one.Room.Id))])],
        };
    }

    /// <summary>The room as an entry for the calendar.</summary>
    public async Task<BotMessage> Calendar(Guid id, Member me)
    {
        var (room, community) = await Look(id, me);
        return new BotMessage { Text = $"<b>{Html.Escape(room.Plan.Title)}</b>\n{When(room.Phase, room.Plan.StartsAt, me)}", Calendar = calendar.Of(room, community) };
    }

    public async Task<BotMessage> Card(Guid id, Member me)
    {
        var (room, community) = await Look(id, me);
        var series = room.Series is { } of ? await grains.GetGrain<IRoomSeriesGrain>(of).Get(me.Id) : null;
        var plan = room.Plan;
        return new BotMessage
        {
            Text = string.Join('\n',
            [
                Line(new(room.Id, plan.Title, plan.StartsAt, room.Phase, room.Taken, plan.Capacity), community, me),
                "",
                Shape(plan),
                .. series is { Ended: false } ? (string[])[words.Html($"Rooms.Every{series.Rhythm.Every}")] : [],
                .. room.Phase == RoomPhase.Closed ? [] : await Ahead(room, me),
            ]),
            Buttons = [.. buttons.Of(room), .. buttons.Asking(room.Id, series), [new BotButton(words.Plain("Rooms.All"), new Press(PressVerb.Room, RoomPress.List))]],
        };
    }

    /// <summary>The room and the name of its community, for its members.</summary>
    private async Task<(RoomPage Room, string Community)> Look(Guid id, Member me)
    {
        var room = await grains.GetGrain<IRoomGrain>(id).Page(me.Id);
        if (room.Status < MembershipStatus.Member)
            throw new Refused(room.Status == MembershipStatus.Waiting ? Refusal.AwaitingApproval : Refusal.NotAMember);
        return (room, (await grains.GetGrain<ICommunityGrain>(room.Community).Get(null)).Settings.Name);
    }

    private async Task<IEnumerable<string>> Ahead(RoomPage room, Member me)
    {
        var coming = await grains.GetGrain<IRoomGrain>(room.Id).Coming(me.Id);
        var names = coming.People.Take(NamesShown).Select(card => card.Profile.Name).ToList();
        return new[]
        {
            names.Count == 0 ? "" : words.Html(coming.Coming > names.Count ? "Rooms.ComingMore" : "Rooms.Coming", CardText.Row(names), coming.Coming - names.Count),
            "",
            coming.Mine == RoomPlace.None ? "" : words.Html($"Rooms.Place{coming.Mine}", coming.Position),
            room.Full && coming.Mine is RoomPlace.None or RoomPlace.Lapsed ? words.Html("Rooms.Full") : "",
            room.Open && !room.Full ? words.Html("Rooms.Ways") : coming.Mine == RoomPlace.Coming ? words.Html("Rooms.Next") : "",
        }.Where((line, i) => line.Length > 0 || i == 1);
    }

    /// <summary>What will happen, one after the other.</summary>
    private string Shape(RoomPlan plan) => string.Join(' ', new[]
    {
        plan.SpeakerTime is { } speaks ? words.Html("Rooms.ShapeStage", speaks.TotalSeconds) : "",
        words.Html("Rooms.Shape", plan.Rounds, plan.RoundLength.TotalMinutes, plan.TableSize),
        plan.FloorTime is { } floor ? words.Html("Rooms.ShapeFloor", floor.TotalMinutes) : "",
    }.Where(part => part.Length > 0));

    private string Line(RoomListing room, string community, Member me) => string.Join(" · ",
    [
        $"<b>{Html.Escape(room.Title)}</b>\n{Html.Escape(community)}",
        When(room.Phase, room.StartsAt, me),
        .. room.Phase == RoomPhase.Closed ? [] : (string[])[words.Html("Rooms.People", room.Participants, room.Capacity)],
    ]);

    private string When(RoomPhase phase, DateTimeOffset startsAt, Member me) => phase switch
    {
        RoomPhase.Lobby => words.Html("Rooms.Begins", words.Time(startsAt, me.Profile)),
        RoomPhase.Closed => words.Html("Room.Over"),
        _ => words.Html("Rooms.On"),
    };
}
