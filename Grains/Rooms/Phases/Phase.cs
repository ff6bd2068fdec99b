using System.Diagnostics;

namespace Weave.Rooms;

/// <summary>One phase of a room: which moves it takes and how long it lasts by the plan.</summary>
internal abstract class Phase
{
    public abstract bool Accepts(Move move, RoomPlan plan);

    /// <summary>How long until the clock moves the room on; null where only an organizer does.</summary>
    public virtual TimeSpan? Length(RoomPlan plan) => null;

    public static Phase Of(RoomPhase phase) => phase switch
    {
        RoomPhase.Lobby => LobbyPhase.Only,
        RoomPhase.Introductions => IntroductionsPhase.Only,
        RoomPhase.Round => RoundPhase.Only,
        RoomPhase.Break => BreakPhase.Only,
        RoomPhase.OpenFloor => OpenFloorPhase.Only,
        RoomPhase.Closed => ClosedPhase.Only,
        _ => throw new UnreachableException(),
    };
}
