namespace Weave.Communities;

/// <summary>What an organizer does about one person.</summary>
internal enum RosterCommand
{
    Accept = 0,
    Decline = 1,
    Appoint = 2,
    StepDown = 3,
}
