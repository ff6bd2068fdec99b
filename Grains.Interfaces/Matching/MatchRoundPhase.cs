namespace Weave.Matching;

/// <summary>How far a match round has come. Append, never renumber.</summary>
public enum MatchRoundPhase
{
    /// <summary>Members are being asked.</summary>
    Inviting = 0,

    /// <summary>The deadline has passed or an organizer said so; partners are being found and told.</summary>
    Pairing = 1,

    /// <summary>Everybody has their card; conversations go on.</summary>
    Conversation = 2,

    /// <summary>The next round has begun.</summary>
    Closed = 3,
}
