namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomAttendanceTexts.resx</c>.</summary>
public sealed class RoomAttendanceTexts;
