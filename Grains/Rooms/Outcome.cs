namespace Weave.Rooms;

/// <summary>What came of a decision: the room afterwards, and what everybody in it is told once that is stored.</summary>
internal sealed record Outcome(Room Room, IReadOnlyList<RoomEvent> Events)
{
    /// <summary>Both, one after the other; the second was decided about the room as the first leaves it.</summary>
    public Outcome Then(Outcome next) => new(next.Room, [.. Events, .. next.Events]);
}
