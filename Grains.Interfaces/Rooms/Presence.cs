namespace Weave.Rooms;

/// <summary>Whether a participant is there.</summary>
public enum Presence
{
    /// <summary>At least one browser tab is connected; who takes part from a chat needs none, and is here until they leave.</summary>
    Here = 0,

    /// <summary>The connection dropped; the seat is kept for a grace period, after which the next round does without them.</summary>
    Away = 1,

    /// <summary>Left by their own will, or did not come back.</summary>
    Left = 2,
}
