namespace Weave.Rooms;

/// <summary>Somebody leads the room again, or nobody does.</summary>
/// <param name="At">See <see cref="RoomSnapshot.LeadFreeAt"/>.</param>
[GenerateSerializer, Immutable, Alias("leadFree")]
public sealed record LeadFree([property: Id(0)] DateTimeOffset? At) : RoomEvent;
