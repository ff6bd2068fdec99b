namespace Weave.Rooms;

/// <summary>I have seen what was written to me, up to this one, perhaps in another tab.</summary>
[GenerateSerializer, Immutable, Alias("whispersRead")]
public sealed record WhispersRead([property: Id(0)] long UpTo) : RoomEvent;
