namespace Weave.Rooms;

/// <summary>Whether somebody will come to a room.</summary>
[Alias("roomPlace")]
public enum RoomPlace
{
    /// <summary>They have not said so.</summary>
    None = 0,

    /// <summary>They will, and a place is kept for them.</summary>
    Coming = 1,

    /// <summary>They would, and wait for a place.</summary>
    Waiting = 2,
}
