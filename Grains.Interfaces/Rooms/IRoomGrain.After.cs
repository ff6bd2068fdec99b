namespace Weave.Rooms;

/// <summary>What participants do about each other once the room is over. Refuses with <see cref="Refusal.TooEarly"/> before that.</summary>
public partial interface IRoomGrain
{
    /// <summary>The room as somebody who was in it looks back on it.</summary>
    [Alias("after")]
    Task<RoomAfter> After(Guid member);

    /// <summary>Puts somebody one has sat with into one's contact book, by name. Harmless when repeated.</summary>
    [Alias("keep")]
    Task Keep(Guid member, int number);

    /// <summary>Asks to be introduced to somebody one has not met; they are told, and decide. Harmless when repeated.</summary>
    [Alias("askIntroduction")]
    Task AskIntroduction(Guid member, int number);

    /// <summary>
    /// Decides about an introduction somebody asked for. Agreed, both get what the other shares as a rule, and the one who asked is told; declined, they are not.
    /// </summary>
    [Alias("answerIntroduction")]
    Task AnswerIntroduction(Guid member, int number, bool agree);

    /// <summary>Says how useful it was, 1 to 5, and whether one would come again; null leaves what was said before.</summary>
    [Alias("rate")]
    Task Rate(Guid member, int? useful, bool? again);
}
