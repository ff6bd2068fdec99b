namespace Weave.Rooms;

/// <summary>A room in a list.</summary>
/// <param name="Participants">How many are in it; who came, once it is closed.</param>
[GenerateSerializer, Immutable, Alias("roomListing")]
public sealed record RoomListing([property: Id(0)] Guid Id, [property: Id(1)] string Title, [property: Id(2)] DateTimeOffset StartsAt, [property: Id(3)] RoomPhase Phase, [property: Id(4)] int Participants, [property: Id(5)] int Capacity);
