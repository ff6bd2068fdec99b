namespace Weave.Rooms;

/// <summary>Changes of phase that are counted down to.</summary>
internal sealed partial class RoomGrain
{
    public async Task CountDown(Guid by, int step, RoomPhase next)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.CountDown(step, next, Now));
    }

    public async Task CallOff(Guid by, RoomPhase next)
    {
        await RequireOrganizer(by);
        await CommitDeadline(_room.CallOff(next));
    }

    /// <summary>What was counted down to, or else what the clock does by itself. What cannot begin any more is called off.</summary>
    private async Task TimeIsUp()
    {
        var (step, next) = (_room.State.Step, _room.State.Countdown?.Next);
        try
        {
            await (next switch
            {
                // After an outage nobody waits for it any more.
                RoomPhase.Introductions or RoomPhase.Round or RoomPhase.OpenFloor when _room.State.Deadline + Room.Grace < Now => CommitDeadline(_room.CallOff(next.Value)),
                RoomPhase.Introductions => Introduce(step),
                RoomPhase.Round => StartRound(step),
                RoomPhase.OpenFloor => OpenFloor(step),
                _ => Finish(_room.TimeUp(Now)),
            });
        }
        catch (Refused) when (_room.State.Step == step && next is { } refused && _room.State.Countdown?.Next == refused)
        {
            // People left meanwhile, or the plan has changed.
            await CommitDeadline(_room.CallOff(refused));
        }
    }
}
