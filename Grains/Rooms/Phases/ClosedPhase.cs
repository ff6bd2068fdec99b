namespace Weave.Rooms;

/// <summary>Over, for good.</summary>
internal sealed class ClosedPhase : Phase
{
    public static readonly ClosedPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => false;
}
