namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomPlanTexts.resx</c>.</summary>
public sealed class RoomPlanTexts;
