namespace Weave;

/// <summary>
/// Why a command was refused. Each value has one plain sentence in <c>Web/Shell/RefusalTexts.resx</c> and its Russian twin.
/// Values are part of the wire: append, never renumber.
/// </summary>
public enum Refusal
{
    /// <summary>There is nothing behind this id or address.</summary>
    NotFound = 0,

    /// <summary>The text must not be empty.</summary>
    Required = 1,

    /// <summary>The text is longer than the field allows.</summary>
    TooLong = 2,

    /// <summary>The value cannot be understood: an address that is none, an unknown zone, a picture that is no picture.</summary>
    Invalid = 3,

    /// <summary>The number is outside of its range.</summary>
    OutOfRange = 4,

    /// <summary>The name, slug or outside identity belongs to somebody else.</summary>
    Taken = 5,

    /// <summary>Only members of the community may do this.</summary>
    NotAMember = 6,

    /// <summary>Only organizers may do this.</summary>
    NotAnOrganizer = 7,

    /// <summary>Only administrators may do this.</summary>
    NotAnAdministrator = 8,

    /// <summary>The last organizer of a community cannot leave or step down.</summary>
    LastOrganizer = 9,

    /// <summary>The membership still waits for an organizer's approval.</summary>
    AwaitingApproval = 10,

    /// <summary>The room has no place left.</summary>
    RoomFull = 11,

    /// <summary>The room is closed.</summary>
    RoomClosed = 12,

    /// <summary>The participant is not in the room, or has left it.</summary>
    NotInTheRoom = 13,

    /// <summary>Two people have to be there before a round can start.</summary>
    TooFewPresent = 14,

    /// <summary>The command was based on a step that has passed; somebody else was faster.</summary>
    AlreadyDone = 15,

    /// <summary>This needs a table, and the participant sits at none.</summary>
    NotAtATable = 16,

    /// <summary>The link or code has expired.</summary>
    Expired = 17,

    /// <summary>The link or code was used before.</summary>
    Used = 18,

    /// <summary>The round no longer takes answers.</summary>
    RoundClosed = 19,

    /// <summary>A round of this community is still open.</summary>
    RoundOpen = 20,

    /// <summary>Too many requests in a short time.</summary>
    TooMany = 21,

    /// <summary>One must be signed in.</summary>
    NotSignedIn = 22,

    /// <summary>The moment lies in the past.</summary>
    InThePast = 23,

    /// <summary>The member is paused in this community.</summary>
    Paused = 40,

    /// <summary>The match is over for this partner.</summary>
    MatchEnded = 50,

    /// <summary>It is too early: the others still have time to answer.</summary>
    TooEarly = 51,

    /// <summary>It is too late in the round.</summary>
    TooLate = 52,

    /// <summary>These people cannot be put together.</summary>
    NotTogether = 41,

    /// <summary>The room is locked: nobody comes in who has not been in.</summary>
    RoomLocked = 60,

    /// <summary>An organizer has taken the participant out of the room.</summary>
    TakenOut = 61,

    /// <summary>An organizer has taken the written word from the participant for now.</summary>
    Muted = 62,

    /// <summary>The round has just ended, and what was meant for the table would be read by everybody.</summary>
    JustEnded = 63,
}
