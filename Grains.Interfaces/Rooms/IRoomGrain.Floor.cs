namespace Weave.Rooms;

/// <summary>The open floor, and questions.</summary>
public partial interface IRoomGrain
{
    /// <summary>Opens the floor, in a break, where it is planned. For organizers.</summary>
    [Alias("openFloor")]
    Task OpenFloor(Guid by, int step);

    /// <summary>Raises one's hand, or takes it down. The next hand takes the floor when it is free. Harmless when repeated.</summary>
    [Alias("raiseHand")]
    Task RaiseHand(Guid member, bool up);

    /// <summary>Asks a participant, or with null the room, in any phase. <paramref name="key"/> is the client's own id: repeating it is harmless.</summary>
    [Alias("ask")]
    Task Ask(Guid member, string key, int? to, string text);

    /// <summary>Finds somebody else's question important, or no longer. Harmless when repeated.</summary>
    [Alias("vote")]
    Task Vote(Guid member, long question, bool important);

    /// <summary>Marks a question as answered, hides it, or opens it again. For organizers.</summary>
    [Alias("settle")]
    Task Settle(Guid by, long question, QuestionStanding standing);
}
