namespace Weave.Matching;

/// <summary>What a partner says of their conversation. Append, never renumber.</summary>
public enum MatchOutcome
{
    None = 0,

    /// <summary>A time is agreed.</summary>
    Agreed = 1,
    Met = 2,
    DidNotWorkOut = 3,
}
