using System.Globalization;
using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>
/// How the room reaches those who take part from a chat. That it has moved on is on the agenda before it is stored, and told once to each; smaller news is gathered.
/// What they are told is worded when it is sent, so that an old state never follows a newer one.
/// </summary>
internal sealed partial class RoomGrain
{
    private const string WhenStepped = "chats:";

    private readonly ChatNews _news = new();

    /// <summary>The last warning that was given, by what was left then, and for which deadline.</summary>
    private (DateTimeOffset? Deadline, TimeSpan Left) _warned;

    /// <summary>The step that is still to be told of: until then there is no other news.</summary>
    private int? _untold;
    private long _told;

    private IEnumerable<Guest> InChats => _room.Guests.Where(guest => guest.Chat is not null);

    private DateTimeOffset? NextChatNews => _untold is not null ? null : WarnAt is { } warning && (_news.Next is not { } next || warning < next) ? warning : _news.Next;

    /// <summary>When those whom it concerns hear next that the round or the open floor is about to end; null when they have, or nobody is to.</summary>
    private DateTimeOffset? WarnAt
    {
        get
        {
            if (_room.State is not { Phase: RoomPhase.Round or RoomPhase.OpenFloor, Deadline: { } deadline, Countdown: null } || !Warned.Any())
                return null;
            var before = deadline == _warned.Deadline ? _warned.Left : Phase.Of(_room.State.Phase).Length(_room.Plan);
            return ChatNews.Warnings.Where(left => left < before).Select(left => (DateTimeOffset?)(deadline - left)).FirstOrDefault();
        }
    }

    /// <summary>Those who hear of the end: in a round those who sit at tables, and who only leads.</summary>
    private IEnumerable<Guest> Warned => InChats.Where(guest => _room.State.Phase != RoomPhase.Round || _room.State.TableOf(guest.Number) > 0 || _room.IsUnseated(guest));

    public async Task JoinByChat(Guid member, long chat)
    {
        await ComeIn(member, standalone: true, chat);
        await ComeBack();
        await TellChats([_room.Inside(member)], _ => false, $"{_audience.Epoch}:{++_told}");
        WakeUp();
    }

    public Task ShowInChat(Guid member) =>
        _room.Find(member) is { Chat: not null } guest ? TellChats([guest], _ => false, $"{_audience.Epoch}:{++_told}") : Task.CompletedTask;

    /// <summary>Nobody knows what the last activation had still to tell.</summary>
    private void WakeChats()
    {
        if (_room.State.Phase != RoomPhase.Closed)
            _news.Note(InChats.Select(guest => guest.Number), Now + ChatNews.AtTheTable);
    }

    /// <summary>Before the room moves on: it is told even if the process dies at once.</summary>
    private async Task PlanToTellChats(Room before, Room next)
    {
        if (next.State.Step == before.State.Step || !next.Guests.Any(guest => guest.Chat is not null))
            return;
        await Agenda.Put(this.GetGrainId(), string.Create(CultureInfo.InvariantCulture, $"{WhenStepped}{next.State.Step}"), Now);
        _untold = next.State.Step;
        _news.Clear();
    }

    private Task TellChats(string what)
    {
        if (what == string.Create(CultureInfo.InvariantCulture, $"{WhenStepped}{_untold}"))
        {
            _untold = null;
            WakeUp();
        }

        // A step that is not stored was not taken; one that has passed is told of with the next.
        var current = _room.State;
        if (what != string.Create(CultureInfo.InvariantCulture, $"{WhenStepped}{current.Step}"))
            return Task.CompletedTask;
        return TellChats([.. InChats], guest => Rings(current, guest), "moved");
    }

    /// <summary>What is worth a sound: that something begins or is over, and that it is one's own turn.</summary>
    private static bool Rings(RoomState now, Guest guest) => now.Phase switch
    {
        RoomPhase.Round or RoomPhase.Closed => true,
        RoomPhase.Introductions or RoomPhase.OpenFloor when now.Stage is [var speaker, ..] && speaker == guest.Number => true,
        RoomPhase.Introductions => now.Introduced.Length == 1,
        _ => false,
    };

    private async Task TellChatsNews()
    {
        if (_untold is not null)
            return;
        if (WarnAt <= Now)
        {
            // Whoever wakes up late hears what is true now.
            _warned = (_room.State.Deadline, ChatNews.Warnings.Last(left => _room.State.Deadline - left <= Now));
            _news.Note(Warned.Select(guest => guest.Number), Now);
        }
        if (_news.Take(Now) is { Count: > 0 } due)
            await OrLater(() => TellChats([.. due.Select(number => _room.Guests[number]).Where(guest => guest.Chat is not null)], _ => false, $"{_audience.Epoch}:{++_told}", urgent: false));
    }

    /// <summary>Those who have left from a chat see that they have; those they sat with see an empty place, also when they only went to another table.</summary>
    private async Task TellOfThoseWhoLeft(Room before)
    {
        if (before.State.Step == _room.State.Step && !InChats.All(guest => before.State.TableOf(guest.Number) == 0))
        {
            var tables = before.Guests.Select(guest => (guest.Number, Table: before.State.TableOf(guest.Number)))
                .Where(seat => seat.Table > 0 && seat.Table != _room.State.TableOf(seat.Number)).Select(seat => seat.Table).ToHashSet();
            _news.Note(InChats.Where(guest => tables.Contains(_room.State.TableOf(guest.Number))).Select(guest => guest.Number), Now + ChatNews.AtTheTable);
        }
        var left = before.Guests.Where(guest => guest.Chat is not null && _room.Guests[guest.Number].Chat is null).ToList();
        if (left.Count > 0)
            await OrLater(() => TellChats(left, _ => false, $"{_audience.Epoch}:{++_told}"));
    }

    private Task TellChats(List<Guest> guests, Func<Guest, bool> rings, string what, bool urgent = true)
    {
        var step = _room.State.Step;
        return guests.Count == 0 ? Task.CompletedTask : GrainFactory.GetGrain<IOutboxGrain>(OutboxChannel.Telegram).Enqueue(
        [
            .. guests.Select(guest => new OutboxMessage
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"room:{Id:N}:{guest.Number}:{step}:{what}"),
                Recipient = guest.Chat!.Value.ToString(CultureInfo.InvariantCulture),
                // It is worded in the language the member has then.
                Language = "en",
                Member = guest.Member,
                Notice = new RoomNow(Id, step, rings(guest), urgent),
                // What rings is not replaced by what does not.
                Replaces = rings(guest) ? $"room:{Id:N}:rings" : $"room:{Id:N}",
            }),
        ]);
    }

    /// <summary>Hears all that browsers hear, and keeps what a chat shows of it.</summary>
    private void NoteForChats(string topic, IReadOnlyList<RoomEvent> events)
    {
        if (!InChats.Any())
            return;
        var current = _room.State;
        if (topic != RoomTopic.Room)
            _news.Note(InChats.Where(guest => topic == RoomTopic.Participant(guest.Number)).Select(guest => guest.Number), Now);
        if (topic.StartsWith("table:", StringComparison.Ordinal))
            _news.Note(InChats.Where(guest => topic == RoomTopic.Table(current.Round, current.TableOf(guest.Number))).Select(guest => guest.Number), Now + ChatNews.AtTheTable);
        foreach (var change in topic == RoomTopic.Room ? events : [])
            Note(change);
        WakeUp();
    }

    private void Note(RoomEvent change)
    {
        var current = _room.State;
        int? who = change switch
        {
            ParticipantJoined joined => joined.Participant.Number,
            PresenceChanged presence => presence.Number,
            _ => null,
        };
        if (change is ParticipantSeated seated)
            _news.Note(InChats.Where(guest => current.TableOf(guest.Number) == seated.Table).Select(guest => guest.Number), Now + ChatNews.AtTheTable);
        if (change is RoundExtended or ClockPaused or ClockResumed or CountdownChanged)
            _news.Note(InChats.Select(guest => guest.Number), Now);
        else if (change is SaidToRoom)
            _news.Note(InChats.Where(guest => current.TableOf(guest.Number) == 0).Select(guest => guest.Number), Now + ChatNews.AtTheTable);
        else if (change is HouseChanged)
            _news.Note(InChats.Select(guest => guest.Number), Now + ChatNews.AtTheTable);
        else if (change is HandsChanged or StageChanged or QuestionAsked or QuestionVoted or QuestionSettled)
            _news.Note(InChats.Select(guest => guest.Number), Now + ChatNews.InTheLobby);
        else if (who is not null && current.Phase == RoomPhase.Lobby)
            _news.Note(InChats.Select(guest => guest.Number), Now + ChatNews.InTheLobby);
        else if (who is { } number && current.TableOf(number) is > 0 and var table)
            _news.Note(InChats.Where(guest => guest.Number != number && current.TableOf(guest.Number) == table).Select(guest => guest.Number), Now + ChatNews.AtTheTable);
    }
}
