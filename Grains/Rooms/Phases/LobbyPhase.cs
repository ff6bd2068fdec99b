namespace Weave.Rooms;

/// <summary>People come in. Introductions belong here, before anything else.</summary>
internal sealed class LobbyPhase : Phase
{
    public static readonly LobbyPhase Only = new();

    public override bool Accepts(Move move, RoomPlan plan) => move switch
    {
        Move.Introduce => plan.SpeakerTime is not null,
        _ => move is Move.StartRound or Move.Arrange or Move.Close,
    };
}
