namespace Weave.Matching;

/// <summary>The people of a match round, as an organizer looks at them. Append, never renumber.</summary>
public enum RoundGroup
{
    In = 0,
    Out = 1,
    NoAnswer = 2,

    /// <summary>There was no way to ask them: neither Telegram nor an address.</summary>
    Unreachable = 3,

    /// <summary>Paused: neither asked nor matched.</summary>
    Paused = 4,

    /// <summary>In, but the pairing has nobody for them.</summary>
    LeftOut = 5,
}
