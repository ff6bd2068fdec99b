using System.Collections.Immutable;
using CsCheck;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>Whatever is asked of a room, in whatever order, it stays in order.</summary>
public sealed class PhasesTests
{
    private const int People = 8;

    [Fact]
    public void No_sequence_of_commands_brings_a_room_into_disorder() =>
        Gen.Select(Gen.Int[0, 42], Gen.Int[0, People - 1], Gen.Int[1, 100]).Array[1, 60].Select(Gen.Bool).Sample((commands, introductions) =>
        {
            var now = NewRoom.Plan.StartsAt;
            var plan = NewRoom.Plan with { SpeakerTime = introductions ? TimeSpan.FromSeconds(60) : null, FloorTime = introductions ? null : TimeSpan.FromMinutes(5), Capacity = People - 2 };
            var room = new Room(new RoomState { Plan = plan, ActiveAt = now }, []);
            var leaders = new HashSet<int>();
            foreach (var (what, who, seconds) in commands)
            {
                now += TimeSpan.FromSeconds(seconds);
                var before = room;
                // As with every change, and as soon as they are kept no longer, places that are free go to those who wait.
                room = Try(room, what, who, seconds, now).Fill(now);
                leaders.UnionWith(room.Guests.Where(guest => guest.Organizer).Select(guest => guest.Number));
                InOrder(room, leaders);
                Assert.Equal(room.Places.DistinctBy(place => place.Member), room.Places);
                Assert.True(room.Places.All(place => place.Has) || room.Taken(now) == room.Plan.Capacity || room.State.House.Locked || room.State.Phase == RoomPhase.Closed);
                After(before, room);
                // A room is over by an organizer's word or the clock's, never by what somebody else does.
                Assert.True(room.State.Phase != RoomPhase.Closed || before.State.Phase == RoomPhase.Closed || before.State.Deadline <= now || what is 31 or 42);
                foreach (var move in Enum.GetValues<Move>())
                {
                    // What was meant for another step, and what the phase does not take.
                    Assert.Equal(Refusal.AlreadyDone, Assert.Throws<Refused>(() => room.Require(room.State.Step - 1, move)).Reason);
                    if (room.State.Phase == RoomPhase.Closed)
                        Assert.Throws<Refused>(() => room.Require(room.State.Step, move));
                }
            }
        }, iter: 2000, threads: 1);

    [Fact]
    public void Everybody_is_on_the_stage_once_and_late_joiners_are_the_last()
    {
        var now = NewRoom.Plan.StartsAt;
        var room = new Room(new RoomState { Plan = NewRoom.Plan with { SpeakerTime = TimeSpan.FromSeconds(60) } }, []);
        foreach (var who in Enumerable.Range(0, 4))
            room = Arrive(room, who, now);
        room = room.Introduce(0, now, seed: 1).Room;
        room = Arrive(room, 4, now);
        var spoken = new List<int>();
        while (room.State.Phase == RoomPhase.Introductions)
        {
            Assert.Equal(now + TimeSpan.FromSeconds(60), room.State.Deadline);
            spoken.Add(room.State.Stage[0]);
            now = room.State.Deadline!.Value;
            room = room.TimeUp(now).Room;
        }

        Assert.Equal(Enumerable.Range(0, 5), spoken.Order());
        Assert.Equal(4, spoken[^1]);
        Assert.Equal(RoomPhase.Break, room.State.Phase);
    }

    [Fact]
    public void Who_is_left_alone_is_not_moved_for_the_last_minute_of_a_round()
    {
        var now = NewRoom.Plan.StartsAt;
        var room = new Room(new RoomState { Plan = NewRoom.Plan }, []);
        foreach (var who in Enumerable.Range(0, 4))
            room = Arrive(room, who, now);
        room = room.Start([new([[0, 1], [2, 3]])], now).Room.Depart([1], now).Room;

        Assert.Equal([0], room.Alone(now + NewRoom.Plan.RoundLength - TimeSpan.FromSeconds(60)));
        Assert.Empty(room.Alone(now + NewRoom.Plan.RoundLength - TimeSpan.FromSeconds(59)));
        Assert.Equal([0], room.Pause(1, now).Room.Alone(now + TimeSpan.FromHours(1)));
    }

    private static Room Try(Room room, int what, int who, int seconds, DateTimeOffset now)
    {
        try
        {
            var step = room.State.Step;
            if (room.State.Deadline <= now)
                return TimeUp(room, now);
            return what switch
            {
                32 or 33 => room.CountDown(step, (RoomPhase)(seconds % 6), now).Room,
                34 => room.CallOff((RoomPhase)(seconds % 6)).Room,
                35 => room.TakeLead(Id(who), now).Room,
                36 => room.Find(Id(who)) is { Organizer: true } ? room.TakeSeats(Id(who), seconds % 2 == 0).Room : room,
                39 => room.Register(Id(who), now),
                40 => room.Unregister(Id(who)),
                41 => room.Reschedule(now.AddMinutes(seconds), now).Room,
                42 => seconds > 95 ? room.Cancel(now).Room : room.ForgetArrangement(step).Room,
                38 => who < room.Guests.Length && room.Guests[who].Present ? room.Pass(who, seconds % 2 == 0).Room : room,
                37 => room.Broadcast(Id(who), $"{seconds % 3}", "Coffee", now).Room,
                0 or 1 or 2 => Arrive(room, who, now),
                3 => who < room.Guests.Length ? room.Drop([who], now).Room : room,
                4 => who < room.Guests.Length ? room.Depart([who], now).Room : room,
                5 => room.Expire(now).Room,
                6 => room.Introduce(step, now, seed: who).Room,
                7 => room.NextSpeaker(step, now).Room,
                8 => Start(room, now),
                9 => room.Extend(step, TimeSpan.FromMinutes(1)).Room,
                10 => room.End(step, now).Room,
                11 => room.Pause(step, now).Room,
                12 or 13 => room.Resume(step, now).Room,
                14 => room.AskForTime(Id(who), step).Room,
                15 => room.MoveTo(step, who, (seconds % 3) + 1, now, new HashSet<int>()).Room,
                29 => room.Swap(step, who, seconds % People, room.State.TableOf(seconds % People), now, new HashSet<(int, int)>()).Room,
                16 => room.Arrange(step, [new([.. Split(room.Seatable(), room.Plan.TableSize)])]).Room,
                17 => room.Rearrange(step, who, (seconds % 3) + 1, seconds % 2 == 0 ? seconds % People : null, new HashSet<(int, int)>()).Room,
                18 => room.Lock(seconds % 2 == 0).Room,
                19 => seconds > 80 ? room.TakeOut(who, now).Room : room.LetIn(who).Room,
                20 => room.Mute(who, seconds % 2 == 0).Room,
                21 => room.Appoint(who, seconds % 2 == 0).Room,
                22 => room.Replan(room.Plan with { Rounds = seconds, RoundLength = TimeSpan.FromMinutes((seconds % 5) + 1), TableSize = (seconds % 3) + 2 }, now).Room,
                23 => room.OpenFloor(step, now).Room,
                24 or 25 => who < room.Guests.Length && room.Guests[who].Present ? room.RaiseHand(who, what == 24).Room : room,
                26 => room.State.TableOf(who) is > 0 and var table ? room.Turn(table, room.State.Turns(table)) : room,
                27 => room.State.TableOf(who) is > 0 and var asks ? room.CallHelp(asks, who, wanted: true) : room,
                28 => room.Come(1, who, coming: true),
                30 => room.Alone(now) is [var alone, ..] ? room.JoinOthers(alone, now, new HashSet<int>()).Room : room,
                // Seldom, or there would be little else.
                _ => who == 0 ? room.Close(step, now).Room : room,
            };
        }
        catch (Refused)
        {
            return room;
        }
    }

    /// <summary>What the clock does; what was counted down to and cannot be any more is called off.</summary>
    private static Room TimeUp(Room room, DateTimeOffset now)
    {
        try
        {
            return room.State.Countdown?.Next switch
            {
                RoomPhase.Introductions => room.Introduce(room.State.Step, now, seed: 1).Room,
                RoomPhase.Round => Start(room, now),
                RoomPhase.OpenFloor => room.OpenFloor(room.State.Step, now).Room,
                _ => room.TimeUp(now).Room,
            };
        }
        catch (Refused) when (room.State.Countdown is not null)
        {
            return room.CallOff(room.State.Countdown.Next).Room;
        }
    }

    private static Room Start(Room room, DateTimeOffset now)
    {
        var people = room.Seatable(room.State.Step);
        return room.Start([new(room.ArrangedFor(people, new HashSet<(int, int)>()) ?? [.. Split(people, room.Plan.TableSize)])], now).Room;
    }

    /// <param name="leaders">Those who have led the room at any time.</param>
    private static void InOrder(Room room, IReadOnlySet<int> leaders)
    {
        var state = room.State;
        var present = room.Guests.Where(guest => guest.Present).Select(guest => guest.Number).ToList();
        Assert.Equal(Phase.Of(state.Phase).Length(room.Plan) is not null || state.Countdown is not null, state.Deadline is not null || state.Pause is not null);
        Assert.False(state.Deadline is not null && state.Pause is not null, "A clock that stands still has no deadline.");
        Assert.True(state.Countdown is null || state.Deadline is not null, "What is counted down to has its time.");
        Assert.True(state.Pause is not { Left: var left } || left > TimeSpan.Zero);
        Assert.True(state.House.Asking.IsEmpty || state.Phase == RoomPhase.Round);
        Assert.DoesNotContain(state.House.TakenOut, number => room.Guests[number].Present || room.Guests[number].Organizer);
        Assert.DoesNotContain(state.House.Muted, number => room.Guests[number].Organizer);
        Assert.All(state.House.Appointed, number => Assert.True(room.Guests[number].Organizer));
        Assert.Subset(leaders.ToHashSet(), state.House.Unseated.ToHashSet());
        Assert.Equal(state.Arranged.SelectMany(table => table).Distinct(), state.Arranged.SelectMany(table => table));
        if (state.Phase != RoomPhase.OpenFloor)
            Assert.Equal(state.Phase == RoomPhase.Introductions, !state.Stage.IsEmpty);
        if (state.Phase == RoomPhase.Round)
        {
            var seated = state.Tables.SelectMany(table => table).ToList();
            Assert.Equal(seated.Distinct(), seated);
            Assert.Subset(present.ToHashSet(), seated.ToHashSet());
            // Whoever has led without a seat, and wants one again, gets it in the next round.
            Assert.Subset(leaders.ToHashSet(), present.Except(seated).ToHashSet());
        }
        else
            Assert.Empty(state.Tables);
        if (state.Phase != RoomPhase.Round)
            Assert.Equal((0, 0), (state.Turned.Length, state.Calls.Length));
        Assert.Equal(state.Calls.DistinctBy(call => call.Table), state.Calls);
        Assert.Equal(state.Stage.Distinct(), state.Stage);
        Assert.Equal(state.Introduced.Distinct(), state.Introduced);
        Assert.Subset(present.ToHashSet(), state.Stage.ToHashSet());
        if (state.Phase == RoomPhase.Introductions)
        {
            Assert.Empty(state.Passed.Intersect(state.Stage.Concat(state.Introduced)));
            Assert.Contains(state.Stage[0], state.Introduced);
            Assert.DoesNotContain(state.Stage[1..], state.Introduced.Contains);
            Assert.Subset(state.Stage.Concat(state.Introduced).Concat(state.Passed).ToHashSet(), present.ToHashSet());
        }
    }

    private static void After(Room before, Room after)
    {
        var (was, now) = (before.State, after.State);
        Assert.InRange(now.Step - was.Step, 0, 1);
        if (now.Step == was.Step)
            Assert.Equal((was.Phase, was.Round), (now.Phase, now.Round));
        Assert.False(was.Phase == RoomPhase.Closed && !ReferenceEquals(was, now) && was != now, "What is closed stays so.");
        Assert.InRange(now.Round - was.Round, 0, 1);
    }

    private static Room Arrive(Room room, int who, DateTimeOffset now) => room.Arrive(
        new Member
        {
            Id = Id(who),
            Profile = new Profile { Name = $"Guest{who}" },
            Card = new ContactCard(),
            Settings = new MemberSettings(),
        },
        organizer: false, standalone: false, now, new HashSet<int>()).Room;

    private static Guid Id(int who) => new(who + 1, 0, 0, new byte[8]);

    private static IEnumerable<ImmutableArray<int>> Split(IReadOnlyList<int> people, int size)
    {
        var first = 0;
        foreach (var count in TableSizes.Of(people.Count, size))
        {
            yield return [.. people.Skip(first).Take(count)];
            first += count;
        }
    }
}
