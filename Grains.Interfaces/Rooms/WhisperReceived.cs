namespace Weave.Rooms;

/// <summary>Somebody wrote to me alone.</summary>
[GenerateSerializer, Immutable, Alias("whisperReceived")]
public sealed record WhisperReceived([property: Id(0)] RoomWhisper Whisper) : RoomEvent;
