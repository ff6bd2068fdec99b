namespace Weave.Rooms;

/// <summary>What a table does together.</summary>
public partial interface IRoomGrain
{
    /// <summary>Brings the next question to begin with, for the whole table.</summary>
    /// <param name="member">Who sits there.</param>
    /// <param name="turn">How often the question has been changed before, as the client knows it: two pressing at once move one question.</param>
    [Alias("turnQuestion")]
    Task TurnQuestion(Guid member, int turn);

    /// <summary>
    /// Writes the note of one's table, whole, in a round that is on or has just ended. Refuses with <see cref="Refusal.AlreadyDone"/> when somebody has written
    /// since the version it is based on: theirs is to be read first.
    /// </summary>
    [Alias("writeNote")]
    Task WriteNote(Guid member, int round, int version, string text);

    /// <summary>Asks organizers to come to one's table, or takes that back. Harmless when repeated.</summary>
    [Alias("callHelp")]
    Task CallHelp(Guid member, bool wanted);

    /// <summary>Says that one is coming to a table that asked, or no longer. For organizers in the room.</summary>
    [Alias("comeToTable")]
    Task ComeToTable(Guid by, int table, bool coming);
}
