using Weave.Members;

namespace Weave.Rooms;

/// <summary>What organizers may besides moving the room on.</summary>
internal sealed partial class RoomGrain
{
    private const int NoticeLength = 300;

    public async Task Pause(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Commit(_room.Pause(step, Now));
    }

    public async Task Resume(Guid by, int step)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.Resume(step, Now));
    }

    public async Task AskForTime(Guid member, int step)
    {
        _ = _room.Plan;
        await Commit(_room.AskForTime(member, step));
    }

    public async Task Lock(Guid by, bool locked)
    {
        await RequireOrganizer(by);
        await Commit(_room.Lock(locked));
    }

    public async Task TakeOut(Guid by, int number)
    {
        await RequireOrganizer(by);
        var outcome = _room.TakeOut(number, Now);
        await Commit(outcome, (RoomTopic.Participant(number), [new TakenOut(number)]));
        _connections.Forget(number);
        await LeaveNobodyAlone();
    }

    public async Task LetIn(Guid by, int number)
    {
        await RequireOrganizer(by);
        await Commit(_room.LetIn(number));
    }

    public async Task Mute(Guid by, int number, bool muted)
    {
        await RequireOrganizer(by);
        await Commit(_room.Mute(number, muted), (RoomTopic.Participant(number), [new MutedChanged(muted)]));
    }

    public async Task Broadcast(Guid by, string key, string text)
    {
        await RequireOrganizer(by);
        var said = Written(Inputs.Lines(text, NoticeLength, nameof(text)), key);
        await Commit(_room.Broadcast(by, key, said, Now));
    }

    public async Task Appoint(Guid by, int number, bool appoint)
    {
        await RequireOrganizer(by);
        await Commit(_room.Appoint(number, appoint));
    }

    public async Task TakeSeats(Guid by, bool seated)
    {
        await RequireOrganizer(by);
        await Commit(_room.TakeSeats(by, seated));
    }

    public async Task TakeLead(Guid member)
    {
        await Commit(_room.TakeLead(member, Now));
    }

    public async Task<RoomDesk> Desk(Guid by)
    {
        await RequireOrganizer(by);
        return new() { Plan = _room.Plan, Community = _room.State.Community, People = _room.RollCall(Now), Next = [.. _room.State.Arranged.Select(table => table.ToArray())] };
    }

    /// <summary>Commits a new end of the phase, which is put on the agenda first.</summary>
    private async Task CommitDeadline(Outcome outcome)
    {
        if (outcome.Room.State.Deadline is { } deadline)
            await Agenda.Put(this.GetGrainId(), WhenUp, deadline);
        await Commit(outcome);
        await LeaveNobodyAlone();
    }
}
