namespace Weave.Rooms;

/// <summary>Somebody got a seat in the round that is on: a late joiner, or one who was brought from another table. The one concerned asks for a snapshot.</summary>
/// <param name="Table">The table, from 1.</param>
[GenerateSerializer, Immutable, Alias("participantSeated")]
public sealed record ParticipantSeated([property: Id(0)] int Number, [property: Id(1)] int Table) : RoomEvent;
