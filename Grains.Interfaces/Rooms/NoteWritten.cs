namespace Weave.Rooms;

/// <summary>Somebody at my table has changed its note.</summary>
[GenerateSerializer, Immutable, Alias("noteWritten")]
public sealed record NoteWritten([property: Id(0)] int Version, [property: Id(1)] int From, [property: Id(2)] string Text) : RoomEvent;
