namespace Weave.Rooms;

/// <summary>How often a room comes again. Stored: append, never renumber.</summary>
[Alias("roomEvery")]
public enum RoomEvery
{
    Week = 1,
    TwoWeeks = 2,

    /// <summary>On the same weekday: the second Tuesday, or the last one.</summary>
    Month = 3,
}
