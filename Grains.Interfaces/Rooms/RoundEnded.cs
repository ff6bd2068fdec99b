namespace Weave.Rooms;

/// <summary>The round is over; a break follows.</summary>
[GenerateSerializer, Immutable, Alias("roundEnded")]
public sealed record RoundEnded([property: Id(0)] int Step) : RoomEvent;
