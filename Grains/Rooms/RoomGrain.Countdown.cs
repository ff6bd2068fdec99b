namespace Weave.Rooms;

/// <summary>Changes of phase that are counted down to.</summary>
internal sealed partial class RoomGrain
{
    public async Task CountDown(Guid by, int step, RoomPhase next)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.CountDown(step, next, Now));
    }

    public async Task CallOff(Guid by, int step)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.CallOff(step));
    }

    /// <summary>What was counted down to, or else what the clock does by itself.</summary>
    private async Task TimeIsUp()
    {
        var step = _room.State.Step;
        try
        {
            await (_room.State.Countdown?.Next switch
            {
                RoomPhase.Introductions => Introduce(step),
                RoomPhase.Round => StartRound(step),
                RoomPhase.OpenFloor => OpenFloor(step),
                _ => Finish(_room.TimeUp(Now)),
            });
        }
        catch (Refused) when (_room.State is { Countdown: not null } state && state.Step == step)
        {
            // People left meanwhile, or the plan has changed.
            await CommitDeadline(_room.CallOff(step));
        }
    }
}
