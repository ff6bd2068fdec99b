namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomNewsTexts.resx</c>.</summary>
public sealed class RoomNewsTexts;
