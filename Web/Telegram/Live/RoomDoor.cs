using Microsoft.Extensions.Localization;
using Weave.Communities;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>The door to live rooms for those who stay in their chat: the list, a room's card, coming in, what one does inside, and leaving.</summary>
internal sealed class RoomDoor(IGrainFactory grains, RoomCards cards, RoomAfterCard after, RoomTyping typing, CommunityList communities, Words words, IStringLocalizer<RoomAfterTexts> afterTexts)
{
    /// <summary>What a deep link to a room begins with.</summary>
    public const string Prefix = "room_";

    public async Task List(Turn turn) => turn.Show(await cards.List(turn.Me));

    /// <summary>A link to a room was followed: joins its community where needed, and shows the card.</summary>
    public async Task Invited(Turn turn, string subject)
    {
        if (!RoomPress.TryRead(subject, out var id, out _))
            throw new Refused(Refusal.NotFound);
        var page = await Room(id).Page(turn.Me.Id);
        if (page.Status < MembershipStatus.Member)
            turn.Say(new BotMessage { Text = await communities.JoinNow(turn, page.Community) });
        turn.Say(await Card(turn, id));
    }

    /// <summary>What a link to a room leads to, for somebody without an account: its title, and its community's name.</summary>
    public async Task<(string Title, string Community)> About(string subject)
    {
        if (!RoomPress.TryRead(subject, out var id, out _))
            throw new Refused(Refusal.NotFound);
        var page = await Room(id).Page(null);
        return (page.Plan.Title, (await grains.GetGrain<ICommunityGrain>(page.Community).Get(null)).Settings.Name);
    }

    public async Task Pressed(Turn turn, Press press)
    {
        if (press.Choice == RoomPress.List)
            await List(turn);
        else if (RoomPress.TryRead(press.Subject, out var room, out var number))
            await Timely(turn, room, () => Pressed(turn, press.Choice, room, number));
    }

    /// <summary>Does what an older message offers, or says kindly that its time is over.</summary>
    private async Task Timely(Turn turn, Guid room, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Refused refused) when (refused.Reason is Refusal.AlreadyDone or Refusal.NotAtATable or Refusal.TooEarly)
        {
            turn.Toast = words.Plain("Room.Past");
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotInTheRoom or Refusal.RoomClosed)
        {
            var page = await Room(room).Page(turn.Me.Id);
            if (page is { Phase: RoomPhase.Closed, Joined: true })
                turn.Show(await after.Card(room, turn.Me.Id));
            else if (refused.Reason == Refusal.RoomClosed || await IsInside(turn, room))
                throw;
            turn.Toast = words.Plain(page.Cancelled ? "Room.CalledOff" : page.Phase == RoomPhase.Closed ? "Room.Over" : "Room.Out");
        }
    }

    private async Task<bool> IsInside(Turn turn, Guid room)
    {
        try
        {
            await Room(room).Snapshot(turn.Me.Id);
            return true;
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotInTheRoom)
        {
            return false;
        }
    }

    /// <summary>The chat is closed to us.</summary>
    public async Task Gone(long chat, Guid member)
    {
        if (await grains.GetGrain<ITelegramChatGrain>(chat).Live() is not { } live)
            return;
        await Room(live.Room).Leave(member);
        await grains.GetGrain<ITelegramChatGrain>(chat).SetLive(null);
    }

    private Task Pressed(Turn turn, char what, Guid room, int? number) => what switch
    {
        RoomPress.Card => Show(turn, room),
        RoomPress.JoinHere => JoinHere(turn, room),
        RoomPress.Leave => Leave(turn, room),
        RoomPress.Wish when number is { } whom => Wish(turn, room, whom, wanted: true),
        RoomPress.NotWish when number is { } whom => Wish(turn, room, whom, wanted: false),
        RoomPress.React when number is { } sign => Show(turn, room, "Room.ToastThanks", grain => grain.React(turn.Me.Id, (Reaction)sign)),
        RoomPress.Hand when number is { } up => Show(turn, room, up == 1 ? "Room.ToastHand" : "Room.ToastHandDown", grain => grain.RaiseHand(turn.Me.Id, up == 1)),
        RoomPress.Pass when number is { } pass => Show(turn, room, pass == 1 ? "Room.Passed" : "Room.ToastLine", grain => grain.PassTurn(turn.Me.Id, pass == 1)),
        RoomPress.Vote when number is { } question => Vote(turn, room, question, important: true),
        RoomPress.NotVote when number is { } question => Vote(turn, room, question, important: false),
        RoomPress.Question => typing.Await(turn, room, LiveTypingKind.Question, number),
        RoomPress.Whisper when number is not null => typing.Await(turn, room, LiveTypingKind.Whisper, number),
        RoomPress.Note when number is not null => typing.Await(turn, room, LiveTypingKind.Note, number),
        RoomPress.NotWrite => typing.Forget(turn, room),
        RoomPress.Turn when number is { } turned => Show(turn, room, "Room.ToastTurned", grain => grain.TurnQuestion(turn.Me.Id, turned)),
        RoomPress.Help when number is { } wanted => Show(turn, room, wanted == 1 ? "Room.HelpAsked" : "Room.ToastNoHelp", grain => grain.CallHelp(turn.Me.Id, wanted == 1)),
        RoomPress.Time when number is { } step => Show(turn, room, "Room.TimeAsked", grain => grain.AskForTime(turn.Me.Id, step)),
        RoomPress.Come => Come(turn, room),
        RoomPress.NotCome => NotCome(turn, room),
        RoomPress.Calendar => Calendar(turn, room),
        RoomPress.Ask => Subscribe(turn, room, wants: true),
        RoomPress.NotAsk => Subscribe(turn, room, wants: false),
        RoomPress.Give when number is not null => Give(turn, room, number),
        RoomPress.GiveTable => Give(turn, room, to: null),
        RoomPress.GiveRoom => Look(turn, room, number ?? 0, giving: true),
        RoomPress.GiveRoomNow when number is { } page => GiveAll(turn, room, page),
        RoomPress.People when number is { } page => Look(turn, room, page),
        RoomPress.NotPeople => Look(turn, room, page: null),
        RoomPress.Next when number is { } step => Next(turn, room, step),
        RoomPress.Useful when number is not null => Afterwards(turn, room, "Thanks", grain => grain.Rate(turn.Me.Id, number, null)),
        RoomPress.Again when number is { } again => Afterwards(turn, room, "Thanks", grain => grain.Rate(turn.Me.Id, null, again == 1)),
        RoomPress.Keep when number is { } kept => Afterwards(turn, room, "Saidkeep", grain => grain.Keep(turn.Me.Id, kept)),
        RoomPress.Introduce when number is { } missed => Afterwards(turn, room, "Saidask", grain => grain.AskIntroduction(turn.Me.Id, missed)),
        _ => Task.CompletedTask,
    };

    private async Task Show(Turn turn, Guid room) => turn.Show(await Card(turn, room));

    /// <summary>The room from outside, or as somebody looks back on it who was in it.</summary>
    private async Task<BotMessage> Card(Turn turn, Guid room) =>
        await Room(room).Page(turn.Me.Id) is { Phase: RoomPhase.Closed, Joined: true } ? await after.Card(room, turn.Me.Id) : await cards.Card(room, turn.Me);

    /// <summary>Does something about a room that is over, and shows what is left to do.</summary>
    private async Task Afterwards(Turn turn, Guid room, string said, Func<IRoomGrain, Task> act)
    {
        await act(Room(room));
        turn.Toast = afterTexts[said];
        turn.Show(await after.Card(room, turn.Me.Id));
    }

    /// <summary>Does what was pressed, and shows the room with it at once.</summary>
    private async Task Show(Turn turn, Guid room, string toast, Func<IRoomGrain, Task> act)
    {
        await act(Room(room));
        turn.Toast = words.Plain(toast);
        await Room(room).ShowInChat(turn.Me.Id);
    }

    private Task Wish(Turn turn, Guid room, int whom, bool wanted) =>
        Show(turn, room, wanted ? "Room.ToastWish" : "Room.ToastUnwish", grain => grain.Wish(turn.Me.Id, whom, wanted));

    private Task Vote(Turn turn, Guid room, int question, bool important) => Show(turn, room, "Room.ToastThanks", grain => grain.Vote(turn.Me.Id, question, important));

    private async Task Come(Turn turn, Guid room)
    {
        await Room(room).Register(turn.Me.Id);
        turn.Toast = words.Plain("Rooms.ToastCome");
        await Show(turn, room);
    }

    private async Task NotCome(Turn turn, Guid room)
    {
        await Room(room).Unregister(turn.Me.Id);
        turn.Toast = words.Plain("Rooms.ToastNotCome");
        await Show(turn, room);
    }

    private async Task Calendar(Turn turn, Guid room)
    {
        turn.Say(await cards.Calendar(room, turn.Me));
        turn.Toast = "";
    }

    private async Task Subscribe(Turn turn, Guid room, bool wants)
    {
        if ((await Room(room).Page(turn.Me.Id)).Series is not { } series)
            return;
        await grains.GetGrain<IRoomSeriesGrain>(series).Subscribe(turn.Me.Id, wants);
        turn.Toast = words.Plain(wants ? "Rooms.ToastAsk" : "Rooms.ToastNotAsk");
        await Show(turn, room);
    }

    /// <summary>The message pressed becomes the room's: known before the room tells anything.</summary>
    private async Task JoinHere(Turn turn, Guid room)
    {
        var before = await Chat(turn).Live();
        if (before is not null && before.Room != room)
        {
            // In before out: nobody loses the room they are in for one that does not let them in, and a repetition after a fault still knows which to leave.
            await Room(room).Join(turn.Me.Id, connection: null, host: null);
            await Room(before.Room).Leave(turn.Me.Id);
            before = null;
        }
        await Chat(turn).Enter(room, turn.PressedText);
        try
        {
            await Room(room).JoinByChat(turn.Me.Id, turn.From.Id);
        }
        catch (Refused)
        {
            await Chat(turn).SetLive(before);
            throw;
        }
        turn.Chat = turn.Chat with { Awaiting = null };
        turn.Toast = words.Plain("Room.ToastIn");
    }

    private async Task Leave(Turn turn, Guid room)
    {
        await Room(room).Leave(turn.Me.Id);
        turn.Toast = words.Plain("Room.ToastLeft");
    }

    private async Task Look(Turn turn, Guid room, int? page, bool giving = false)
    {
        var now = await Room(room).Snapshot(turn.Me.Id);
        if (!await Chat(turn).SetPeople(room, page is { } at ? new(now.Step, at) { Giving = giving } : null))
            return;
        turn.Toast = "";
        await Room(room).ShowInChat(turn.Me.Id);
    }

    private async Task GiveAll(Turn turn, Guid room, int page)
    {
        await Look(turn, room, page);
        await Give(turn, () => Room(room).ShareWithRoom(turn.Me.Id, turn.Me.Settings.Shares));
    }

    private async Task Give(Turn turn, Func<Task> give)
    {
        try
        {
            await give();
            turn.Toast = words.Plain("Room.ToastGiven");
        }
        catch (Refused refused) when (refused is { Reason: Refusal.Required })
        {
            turn.Toast = words.Plain("Room.ToastNothing");
        }
    }

    private async Task Give(Turn turn, Guid room, int? to)
    {
        await Give(turn, () => Room(room).ShareContact(turn.Me.Id, to, turn.Me.Settings.Shares));
        if ((await Room(room).Page(turn.Me.Id)).Phase == RoomPhase.Closed)
            turn.Show(await after.Card(room, turn.Me.Id));
    }

    private async Task Next(Turn turn, Guid room, int step)
    {
        await Room(room).NextSpeaker(turn.Me.Id, step);
        turn.Toast = words.Plain("Room.ToastThanks");
    }

    private IRoomGrain Room(Guid id) => grains.GetGrain<IRoomGrain>(id);

    private ITelegramChatGrain Chat(Turn turn) => grains.GetGrain<ITelegramChatGrain>(turn.From.Id);
}
