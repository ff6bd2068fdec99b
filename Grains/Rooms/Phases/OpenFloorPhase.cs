namespace Weave.Rooms;

/// <summary>Whoever raises a hand comes to speak, one after the other, for as long as is planned for all of them.</summary>
internal sealed class OpenFloorPhase : Phase
{
    public static readonly OpenFloorPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => move is Move.NextSpeaker or Move.Extend or Move.Pause or Move.Arrange or Move.End or Move.Close;

    public override TimeSpan? Length(RoomPlan plan) => plan.FloorTime;
}
