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

    /// <summary>They would, but were not there for as long as their place was kept, and all are taken now.</summary>
    Lapsed = 3,
}
