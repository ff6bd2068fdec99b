namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomFloorTexts.resx</c>: what participants do with each other in a room.</summary>
public sealed class RoomFloorTexts;
