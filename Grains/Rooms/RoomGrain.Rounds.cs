namespace Weave.Rooms;

/// <summary>Rounds, from the seating to the end of the room.</summary>
internal sealed partial class RoomGrain
{
    public async Task StartRound(Guid by, int step)
    {
        await RequireOrganizer(by);
        await StartRound(step);
    }

    private async Task StartRound(int step)
    {
        var plan = await Seats(_room.Seatable(step));
        var outcome = _room.Start(plan, Now);
        await Agenda.Put(this.GetGrainId(), WhenOver(outcome.Room.State.Round), outcome.Room.State.Deadline!.Value);
        _audience.ForgetTables();
        await Commit(outcome);
        await List();
    }

    public async Task EndRound(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Finish(_room.End(step, Now));
    }

    public async Task ExtendRound(Guid by, int step, TimeSpan longer)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.Extend(step, longer));
    }

    public async Task Close(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Finish(_room.Close(step, Now));
    }
}
