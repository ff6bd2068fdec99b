using Weave.Agenda;

namespace Weave.Rooms;

/// <summary>What happens by itself: by the timer while the room is awake, by the agenda when it is not.</summary>
internal sealed partial class RoomGrain : IDueGrain
{
    private const string WhenAlive = "alive";

    /// <summary>How often the agenda looks whether a clock that stands still goes on: whatever makes it go on, nothing is lost.</summary>
    private static readonly TimeSpan WhilePaused = TimeSpan.FromMinutes(1);

    public async Task OnDue(string what)
    {
        if (_room.State.Plan is null)
            return;
        await Tick(CancellationToken.None);
        if (what.StartsWith(WhenStepped, StringComparison.Ordinal))
            await TellChats(what);
        else if (what == WhenAlive)
            await ComeBack();
        else if (await CalendarIsDue(what))
            return;
        else if (what == WhenGiven)
            await Exchange.GiveRest(_room);
        else if (what == WhenAsked)
            await TellOfIntroductions();
        else if (what == WhenIdle)
            await CloseWhenIdle();
        else if (_room.State.Past.FirstOrDefault(round => WhenOver(round.Number) == what) is { } past)
            await Meetings.Record(past, _room.Guests);
        else if (what == WhenUp && (_room.State.Deadline ?? (_room.State.Pause is null ? null : Now + WhilePaused)) is { } next)
            await Agenda.Put(this.GetGrainId(), what, next);
    }

    /// <summary>Browsers bring a room back whose silo has died, and chats do not: the agenda does, at its next sign of life.</summary>
    private Task ComeBack() => InChats.Any() && _room.NextPulse() is { } next ? Agenda.Put(this.GetGrainId(), WhenAlive, next) : Task.CompletedTask;

    /// <summary>Everything that has its time: rounds that end, people who do not come back, hosts that are lost, the list that is told.</summary>
    private async Task Tick(CancellationToken cancellation)
    {
        var (hosts, lost) = _connections.Lose(Now);
        foreach (var host in hosts)
            _audience.Unwatch(host);
        if (_room.State.Phase != RoomPhase.Closed && _room.State.Deadline <= Now)
            await TimeIsUp();
        if (_room.State.Phase != RoomPhase.Closed)
        {
            await Commit(_room.Drop(lost, Now));
            await Commit(_room.Expire(Now));
            await LeaveNobodyAlone();
            if (_room.NextPulse() <= Now)
            {
                await Commit(new(_room.Alive(Now), []));
                await ComeBack();
            }
        }
        if (_listAt <= Now)
            await List();
        await TellChatsNews();
        await _audience.Tell((RoomTopic.Room, _reactions.Take(Now)));
        WakeUp();
    }

    private async Task CloseWhenIdle()
    {
        if (_room.State.Phase == RoomPhase.Closed)
            await List();
        else if (_room.LastActivity + Room.Idle is var end && end > Now)
            await Agenda.Put(this.GetGrainId(), WhenIdle, end);
        else
            await Finish(_room.Close(_room.State.Step, Now));
    }

    /// <summary>Sets the timer to what is due next.</summary>
    private void WakeUp()
    {
        DateTimeOffset?[] due = [_room.State.Deadline, _listAt, _reactions.DueAt, NextChatNews, _connections.NextLoss, _room.NextPulse(), _room.State.Phase == RoomPhase.Closed ? null : _room.Guests.Min(guest => guest.AwayUntil)];
        var now = Now;
        _timer.Change(due.Min() is { } next ? Later(next, now) - now : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
