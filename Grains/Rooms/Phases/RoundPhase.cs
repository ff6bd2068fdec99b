namespace Weave.Rooms;

/// <summary>Everybody sits at a table.</summary>
internal sealed class RoundPhase : Phase
{
    public static readonly RoundPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => move is Move.Extend or Move.Pause or Move.Table or Move.Arrange or Move.End or Move.Close;

    public override TimeSpan? Length(RoomPlan plan) => plan.RoundLength;
}
