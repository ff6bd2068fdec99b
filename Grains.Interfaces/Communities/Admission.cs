namespace Weave.Communities;

/// <summary>How one becomes a member of a community.</summary>
public enum Admission
{
    /// <summary>Anybody may join.</summary>
    Open = 0,

    /// <summary>An organizer says yes first.</summary>
    ByApproval = 1,
}
