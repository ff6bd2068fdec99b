namespace Weave.Rooms;

/// <summary>Somebody dropped, came back or left.</summary>
[GenerateSerializer, Immutable, Alias("presenceChanged")]
public sealed record PresenceChanged([property: Id(0)] int Number, [property: Id(1)] Presence Presence) : RoomEvent;
