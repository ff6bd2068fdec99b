namespace Weave.Rooms;

/// <summary>The plan, before and during.</summary>
internal sealed partial class RoomGrain
{
    public async Task Replan(RoomPlan plan, Guid by)
    {
        await RequireOrganizer(by);
        if (_room.State.Phase != RoomPhase.Lobby)
            throw new Refused(Refusal.AlreadyDone);
        var accepted = RoomRules.Accept(plan);
        await Agenda.Put(this.GetGrainId(), WhenIdle, Later(accepted.StartsAt, Now) + Room.Idle);
        await Commit(new(_room.Replan(accepted), []));
        await List();
    }
}
