namespace Weave.Rooms;

/// <summary>The plan, before and during.</summary>
internal sealed partial class RoomGrain
{
    public async Task Replan(RoomPlan plan, Guid by)
    {
        await RequireOrganizer(by);
        var outcome = _room.Replan(RoomRules.Accept(plan), Now);
        await Agenda.Put(this.GetGrainId(), WhenIdle, Later(outcome.Room.Plan.StartsAt, Now) + Room.Idle);
        await Commit(outcome);
        await List();
    }
}
