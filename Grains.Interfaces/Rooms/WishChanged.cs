namespace Weave.Rooms;

/// <summary>I want to meet somebody, or no longer, perhaps said in another tab.</summary>
[GenerateSerializer, Immutable, Alias("wishChanged")]
public sealed record WishChanged([property: Id(0)] int Number, [property: Id(1)] bool Wanted) : RoomEvent;
