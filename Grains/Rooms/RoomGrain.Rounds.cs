namespace Weave.Rooms;

/// <summary>Rounds, from the seating to the end of the room.</summary>
internal sealed partial class RoomGrain
{
    public async Task StartRound(Guid by, int step)
    {
        await RequireOrganizer(by);
        var people = _room.Seatable(step);
        var (room, seed) = (_room, Id.GetHashCode());
        var acquainted = await Ties.Acquainted(people, room.Guests);
        var apart = await Ties.Apart(people, room.Guests);
        var wishes = await Wishes.Pairs();
        var plan = await Task.Run(() => SeatingPlanner.Plan(room.Problem(people, acquainted, apart, seed) with { Wishes = wishes }, room.State.Planned));
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
        var outcome = _room.Extend(step, longer);
        var what = _room.State.Phase == RoomPhase.Round ? WhenOver(_room.State.Round) : WhenSpoken;
        await Agenda.Put(this.GetGrainId(), what, outcome.Room.State.Deadline!.Value);
        await Commit(outcome);
    }

    public async Task Close(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Finish(_room.Close(step, Now));
    }
}
