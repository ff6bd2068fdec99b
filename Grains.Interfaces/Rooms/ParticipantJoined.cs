namespace Weave.Rooms;

/// <summary>Somebody came in, for the first time or again; replaces what was known of this number.</summary>
[GenerateSerializer, Immutable, Alias("participantJoined")]
public sealed record ParticipantJoined([property: Id(0)] Participant Participant) : RoomEvent;
