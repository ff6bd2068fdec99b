namespace Weave.Matching;

/// <summary>What becomes of the one who remains when all others have a partner. Append, never renumber.</summary>
public enum OddOne
{
    /// <summary>They join a pair.</summary>
    Trio = 0,

    /// <summary>They sit the round out.</summary>
    Skip = 1,

    /// <summary>An organizer who has volunteered meets them.</summary>
    Host = 2,
}
