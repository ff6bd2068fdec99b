namespace Weave.Rooms;

/// <summary>A rest, until an organizer goes on with a round or the open floor.</summary>
internal sealed class BreakPhase : Phase
{
    public static readonly BreakPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => move switch
    {
        Move.OpenFloor => plan.FloorTime is not null,
        _ => move is Move.StartRound or Move.Arrange or Move.Close,
    };
}
