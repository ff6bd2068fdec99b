namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomPowersTexts.resx</c>: what organizers do in a room, and what comes next in it.</summary>
public sealed class RoomPowersTexts;
