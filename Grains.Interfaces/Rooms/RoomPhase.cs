namespace Weave.Rooms;

/// <summary>How far a room has come. Append, never renumber.</summary>
public enum RoomPhase
{
    /// <summary>People come in and see who is here.</summary>
    Lobby = 0,

    /// <summary>A round is on: everybody present sits at a table until the deadline.</summary>
    Round = 1,

    /// <summary>After a round, the introductions or the open floor, until the next begins.</summary>
    Break = 2,

    /// <summary>Over: the lists of contacts remain.</summary>
    Closed = 3,

    /// <summary>One after the other says who they are, each for a while.</summary>
    Introductions = 4,

    /// <summary>Whoever raises a hand comes to speak, after the rounds.</summary>
    OpenFloor = 5,
}
