namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomTexts.resx</c>.</summary>
public sealed class RoomTexts;
