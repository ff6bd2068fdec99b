namespace Weave.Rooms;

/// <summary>What came of a decision: the room afterwards, and what everybody in it is told once that is stored.</summary>
internal sealed record Outcome(Room Room, IReadOnlyList<RoomEvent> Events);
