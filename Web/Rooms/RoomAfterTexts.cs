namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomAfterTexts.resx</c>: looking back on a room.</summary>
public sealed class RoomAfterTexts;
