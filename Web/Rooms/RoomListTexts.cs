namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomListTexts.resx</c>.</summary>
public sealed class RoomListTexts;
