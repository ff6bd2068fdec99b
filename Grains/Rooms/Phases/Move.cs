namespace Weave.Rooms;

/// <summary>What moves a room on, by an organizer's word or by the clock.</summary>
internal enum Move
{
    Introduce,
    NextSpeaker,
    StartRound,
    Extend,
    End,
    Close,
    OpenFloor,

    /// <summary>Stopping the clock, and letting it go on.</summary>
    Pause,

    /// <summary>Bringing somebody to another table, or asking for more time at one's own.</summary>
    Table,

    /// <summary>Seating the next round by hand.</summary>
    Arrange,
}
