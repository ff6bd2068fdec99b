namespace Weave.Rooms;

/// <summary>I gave my contact, perhaps in another tab.</summary>
[GenerateSerializer, Immutable, Alias("contactGiven")]
public sealed record ContactGiven([property: Id(0)] SharedMine Given) : RoomEvent;
