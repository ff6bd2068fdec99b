namespace Weave.Communities;

/// <summary>Where somebody stands with a community.</summary>
public enum MembershipStatus
{
    None = 0,

    /// <summary>Asked to join, and waits for an organizer.</summary>
    Waiting = 1,
    Member = 2,
    Organizer = 3,
}
