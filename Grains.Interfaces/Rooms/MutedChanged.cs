namespace Weave.Rooms;

/// <summary>I may not write for now, or may again.</summary>
[GenerateSerializer, Immutable, Alias("mutedChanged")]
public sealed record MutedChanged([property: Id(0)] bool Muted) : RoomEvent;
