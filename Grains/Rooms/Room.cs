using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>
/// A room and the decisions about it, without storage or clock: each returns the room as it is afterwards and what everybody in it is told.
/// Nothing changed means nothing to tell.
/// </summary>
internal sealed record Room(RoomState State, ImmutableArray<Guest> Guests)
{
    /// <summary>How long somebody who dropped keeps their seat.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>How long a room lives on after its start or the last thing that happened in it.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>More people than this never find a place, however many leave: what a room keeps is bounded.</summary>
    private const int MostGuests = 1000;
    private const int MostRounds = 200;

    /// <summary>Who will come, and who waits for a place.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    public RoomPlan Plan => State.Plan ?? throw new Refused(Refusal.NotFound);

    /// <summary>How many are in the room; who came, once it is closed.</summary>
    public int Count => State.Phase == RoomPhase.Closed ? Guests.Length : Guests.Count(guest => guest.Present);

    public DateTimeOffset LastActivity =>
        Guests.Select(guest => guest.SeenAt).Append(Plan.StartsAt).Append(State.ActiveAt).Max();

    public Guest? Find(Guid member) => Guests.FirstOrDefault(guest => guest.Member == member);

    /// <summary>The participant, who must be in the room, which there must be.</summary>
    public Guest Inside(Guid member)
    {
        _ = Plan;
        return Find(member) is { Present: true } guest ? guest : throw new Refused(Refusal.NotInTheRoom);
    }

    public bool SatTogether(int a, int b) => State.AllTables().Any(table => table.Contains(a) && table.Contains(b));

    /// <summary>Comes in or back. During a round somebody without a seat gets one.</summary>
    /// <param name="apart">With whom of those seated they must not sit.</param>
    /// <param name="chat">The chat they come from; null for a browser.</param>
    public Outcome Arrive(Member member, bool organizer, bool standalone, DateTimeOffset now, IReadOnlySet<int> apart, long? chat = null)
    {
        if (State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        var known = Find(member.Id);
        this.RequireEntry(known, organizer);
        var leads = organizer || this.IsAppointed(member.Id);
        // A room that is full cannot do without whoever leads it.
        if (known is not { Present: true } && ((!leads && !this.HasPlaceFor(member.Id, now)) || (known is null && Guests.Length >= MostGuests)))
            throw new Refused(Refusal.RoomFull);

        var before = known ?? new Guest { Number = Guests.Length, Member = member.Id, Name = "", Presence = Presence.Left, JoinedAt = now };
        var after = before.With(member, leads) with { Standalone = before.Standalone || standalone, Chat = chat ?? before.Chat, Presence = Presence.Here, AwayUntil = null };
        if (after == before)
            return new(this, []);
        after = (after with { Presence = before.Presence }).Since(Presence.Here, now);
        var next = Put(after);
        var events = new List<RoomEvent>();
        if (known is null || known.Public() with { Presence = Presence.Here } != after.Public())
            events.Add(new ParticipantJoined(after.Public()));
        else if (known.Presence != Presence.Here)
            events.Add(new PresenceChanged(after.Number, Presence.Here));
        if (State.Phase == RoomPhase.Round && State.TableOf(after.Number) == 0 && !this.IsUnseated(after))
        {
            var table = next.TableFor(after.Number, apart);
            next = next with { State = next.State.Seat(after.Number, table) };
            events.Add(new ParticipantSeated(after.Number, table + 1));
        }
        if (next.WaitForTheStage(after.Number) is { } waiting)
        {
            next = waiting.Room;
            events.AddRange(waiting.Events);
        }
        return new(next, events);
    }

    /// <summary>The last connection is gone; the seat waits.</summary>
    public Outcome Drop(IEnumerable<int> numbers, DateTimeOffset now)
    {
        var gone = numbers.Where(number => Guests[number] is { Presence: Presence.Here, Standalone: false }).ToList();
        return new(
            gone.Aggregate(this, (room, number) => room.Put(Guests[number].Since(Presence.Away, now) with { AwayUntil = now + Grace })),
            [.. gone.Select(number => new PresenceChanged(number, Presence.Away))]);
    }

    /// <summary>Those who have been away too long count as having left.</summary>
    public Outcome Expire(DateTimeOffset now) => Depart(Guests.Where(guest => guest.AwayUntil <= now).Select(guest => guest.Number), now);

    /// <summary>Leaves for good, or until they come again; the seat is free.</summary>
    public Outcome Depart(IEnumerable<int> numbers, DateTimeOffset now)
    {
        var gone = numbers.Where(number => Guests[number].Present).ToList();
        var room = gone.Aggregate(this, (room, number) =>
            room.Put(Guests[number].Since(Presence.Left, now) with { Standalone = false, Chat = null, AwayUntil = null }) with { State = room.State.Unseat(number, now) });
        var stage = room.LeaveTheStage(gone, now);
        return new(stage.Room, [.. gone.Select(number => new PresenceChanged(number, Presence.Left)), .. stage.Events]);
    }

    /// <summary>The same room in a new activation, which knows of no connection. Nobody's presence is what was an outage.</summary>
    public Room Awake(DateTimeOffset now)
    {
        if (State.Phase == RoomPhase.Closed)
            return this;
        var lived = this.LivedUntil(now);
        return this with
        {
            // A host of the version before has stored the time of a countdown without knowing what it was for.
            State = State.Countdown is null && State.Plan is { } plan && Phase.Of(State.Phase).Length(plan) is null ? State with { Deadline = null } : State,
            Guests = [.. Guests.Select(guest => guest switch
            {
                { Present: true, Standalone: false } => guest.Since(Presence.Away, now, lived) with { AwayUntil = now + Grace },
                { Presence: Presence.Here } when lived < now => guest.Since(Presence.Here, now, lived),
                _ => guest,
            })],
        };
    }

    /// <summary>Those whom a round that starts now seats.</summary>
    public IReadOnlyList<int> Seatable(int step)
    {
        Require(step, Move.StartRound);
        return State.Round < MostRounds ? Seatable() : throw new Refused(Refusal.OutOfRange);
    }

    /// <summary>Those who are here or may be back any moment, and want a seat; at least two.</summary>
    public IReadOnlyList<int> Seatable() => AtLeastTwo(Guests.Where(guest => guest.Present && !this.IsUnseated(guest)));

    /// <summary>Those who are here or may be back any moment; at least two.</summary>
    public IReadOnlyList<int> Present() => AtLeastTwo(Guests.Where(guest => guest.Present));

    private static List<int> AtLeastTwo(IEnumerable<Guest> guests) =>
        guests.Select(guest => guest.Number).ToList() is { Count: > 1 } numbers ? numbers : throw new Refused(Refusal.TooFewPresent);

    /// <summary>What the tables of the rounds to come are planned from, the next one included.</summary>
    public SeatingProblem Problem(IReadOnlyList<int> people, IReadOnlySet<(int, int)> acquainted, IReadOnlySet<(int, int)> apart, int seed) => new()
    {
        People = people,
        TableSize = Plan.TableSize,
        Rounds = Plan.Rounds - State.Round,
        Aim = Plan.Aim,
        Met = State.Met(),
        Acquainted = acquainted,
        Apart = apart,
        Affinity = new CommonGround(people.Select(number => Guests[number])).Of,
        Seed = seed ^ State.Round,
    };

    /// <summary>Seats people as planned for the next round, and keeps what is planned for those after it.</summary>
    public Outcome Start(ImmutableArray<PlannedRound> plan, DateTimeOffset now)
    {
        var state = State.Enter(RoomPhase.Round, now) with
        {
            Round = State.Round + 1,
            StartedAt = now,
            Tables = plan[0].Tables,
            Sat = plan[0].Tables,
            Planned = plan[1..],
            Arranged = [],
        };
        return new(this with { State = state }, [new RoundStarted(state.Step, state.Round, state.Seats(), state.Deadline!.Value)]);
    }

    public Outcome End(int step, DateTimeOffset now)
    {
        Require(step, Move.End);
        var state = State.Enter(RoomPhase.Break, now);
        return new(this with { State = state }, [Ended(state.Step)]);
    }

    private RoomEvent Ended(int step) => State.Phase switch
    {
        RoomPhase.Round => new RoundEnded(step),
        RoomPhase.OpenFloor => new FloorClosed(step),
        _ => new IntroductionsEnded(step),
    };

    /// <summary>What the clock does when the time of the phase is over, or its end was counted down to. What else is counted down to begins by its own decision.</summary>
    public Outcome TimeUp(DateTimeOffset now) => State switch
    {
        { Countdown.Next: RoomPhase.Closed } => Close(State.Step, now),
        { Countdown: null, Phase: RoomPhase.Introductions } => this.NextSpeaker(State.Step, now),
        _ => End(State.Step, now),
    };

    public Outcome Close(int step, DateTimeOffset now)
    {
        Require(step, Move.Close);
        var state = State.Enter(RoomPhase.Closed, now);
        return new(this with { State = state }, [new RoomClosed(state.Step)]);
    }

    /// <summary>Refuses what was meant for a step that has passed, or what the phase does not take.</summary>
    public void Require(int step, Move move)
    {
        if (step != State.Step || !Phase.Of(State.Phase).Accepts(move, Plan))
            throw new Refused(Refusal.AlreadyDone);
    }

    /// <summary>
    /// The smallest table with nobody to be kept apart from, of equal ones that with the fewest people one has sat with before. An empty one only when
    /// no other will do.
    /// </summary>
    private int TableFor(int number, IReadOnlySet<int> apart) => Enumerable.Range(0, State.Tables.Length)
        .OrderBy(table => State.Tables[table].Any(apart.Contains))
        .ThenBy(table => State.Tables[table].IsEmpty)
        .ThenBy(table => State.Tables[table].Length)
        .ThenBy(table => State.Tables[table].Count(other => SatTogether(number, other)))
        .ThenBy(table => table)
        .First();

    public Room Put(Guest guest) => this with { Guests = guest.Number == Guests.Length ? Guests.Add(guest) : Guests.SetItem(guest.Number, guest) };
}
