namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomAheadTexts.resx</c>.</summary>
public sealed class RoomAheadTexts;
