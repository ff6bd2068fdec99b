namespace Weave.Rooms;

/// <summary>How long before a room begins people are reminded. Stored in notices: append, never renumber.</summary>
[Alias("roomAhead")]
public enum RoomAhead
{
    Day = 0,
    Hour = 1,

    /// <summary>It begins.</summary>
    Now = 2,
}
