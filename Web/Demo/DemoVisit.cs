using System.Globalization;
using Weave.Members;
using Weave.Rooms;

namespace Weave.Demo;

/// <summary>
/// One simulated member in one room: when they come and leave, and what they do at each table. Decided once by a seed, so that a restarted demo
/// goes on alike; driven by the clock of <see cref="DemoRooms"/>.
/// </summary>
internal sealed class DemoVisit
{
    private const int LateEvery = 8;
    private const int LeavesEarlyEvery = 10;
    private const int SaysSoAheadEvery = 2;
    private const int GreetsEvery = 4;
    private static readonly TimeSpan DoorsOpen = TimeSpan.FromHours(1);

    private readonly IRoomGrain _room;
    private readonly Guid _member;
    private readonly DemoPerson _person;
    private readonly int _number;
    private readonly Random _random;
    private readonly Queue<(DateTimeOffset At, Func<Task> Do)> _deeds = new();
    private DateTimeOffset _comes;
    private DateTimeOffset _mingles;
    private int _round;
    private bool _here;
    private bool _gone;

    public DemoVisit(IRoomGrain room, Guid member, DemoPerson person, int number, DateTimeOffset now)
    {
        (_room, _member, _person, _number) = (room, member, person, number);
        _random = new Random(HashCode.Combine(room.GetPrimaryKey(), number));
        var late = number % LateEvery == LateEvery - 1;
        _comes = now + TimeSpan.FromSeconds(late ? _random.Next(60, 120) : _random.Next(1, 25));
    }

    /// <summary>Does what is due.</summary>
    public async Task Step(RoomListing room, DateTimeOffset now)
    {
        if (_gone || now < _comes)
            return;
        if (!_here && room.StartsAt - DoorsOpen is var doors && now < doors)
        {
            if (_number % SaysSoAheadEvery == 0)
                await _room.Register(_member);
            _comes = doors + TimeSpan.FromSeconds(_random.Next(1, 60));
            return;
        }
        if (!_here)
        {
            await _room.Join(_member, connection: null, host: null);
            _here = true;
            if (room.Phase == RoomPhase.Lobby && _number % GreetsEvery == 0)
                _deeds.Enqueue((now + TimeSpan.FromSeconds(_random.Next(2, 20)), () => _room.SayToRoom(_member, string.Create(CultureInfo.InvariantCulture, $"hello-{_number}"), DemoTalk.Greeting(_number / GreetsEvery))));
        }
        if (room.Phase == RoomPhase.Round)
            await AtTable(now);
        if (room.Phase is RoomPhase.Introductions or RoomPhase.OpenFloor && now >= _mingles)
        {
            _mingles = now + TimeSpan.FromSeconds(_random.Next(8, 30));
            await DemoMingling.Do(_room, _member, _random);
        }
        while (_deeds.TryPeek(out var deed) && deed.At <= now)
            await _deeds.Dequeue().Do();
    }

    private async Task AtTable(DateTimeOffset now)
    {
        if (_deeds.Count > 0)
            return;
        var snapshot = await _room.Snapshot(_member);
        if (snapshot.Round == _round || snapshot.Deadline is not { } deadline || deadline <= now)
            return;
        _round = snapshot.Round;
        if (_round > 1 && _number % LeavesEarlyEvery == LeavesEarlyEvery - 1)
        {
            Plan(now, 0.3, deadline, Leave);
            return;
        }
        Plan(now, 0.03 + (_random.NextDouble() * 0.15), deadline, () => Say("opening", DemoTalk.Opening(_person, _random)));
        if (_random.Next(2) == 0)
            Plan(now, 0.3 + (_random.NextDouble() * 0.2), deadline, () => Say("follow", DemoTalk.Follow(_random)));
        if (_random.Next(3) > 0)
            Plan(now, 0.5 + (_random.NextDouble() * 0.3), deadline, () => _room.ShareContact(_member, to: null, ContactFields.Email | ContactFields.Links));
    }

    /// <summary>Puts something on after a part of what is left of the round.</summary>
    private void Plan(DateTimeOffset now, double part, DateTimeOffset deadline, Func<Task> what) => _deeds.Enqueue((now + ((deadline - now) * part), what));

    private Task Say(string what, string text) => _room.Say(_member, string.Create(CultureInfo.InvariantCulture, $"{what}-{_number}-{_round}"), text);

    private Task Leave()
    {
        _gone = true;
        return _room.Leave(_member);
    }
}
