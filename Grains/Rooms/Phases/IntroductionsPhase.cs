namespace Weave.Rooms;

/// <summary>One after the other is on the stage. The clock belongs to the one who speaks.</summary>
internal sealed class IntroductionsPhase : Phase
{
    public static readonly IntroductionsPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => move is Move.NextSpeaker or Move.Extend or Move.Pause or Move.Arrange or Move.End or Move.Close;

    public override TimeSpan? Length(RoomPlan plan) => plan.SpeakerTime;
}
