namespace Weave.Rooms;

/// <summary>Somebody gave me their contact, or more of it than before.</summary>
[GenerateSerializer, Immutable, Alias("contactReceived")]
public sealed record ContactReceived([property: Id(0)] SharedContact Contact) : RoomEvent;
