namespace Weave.Notifications;

/// <summary>For a participant in a chat: how the room stands, as it is when this is sent. The one message about the room is changed, or a new one sent where it rings.</summary>
/// <param name="Step">The room's step when it was told of; one of an earlier step is overtaken, as another follows it.</param>
/// <param name="Rings">Something begins that is worth a sound.</param>
/// <param name="Urgent">The room has moved on, or they wait for an answer: it goes before what may be a little late.</param>
[GenerateSerializer, Immutable, Alias("roomNow")]
public sealed record RoomNow([property: Id(0)] Guid Room, [property: Id(1)] int Step, [property: Id(2)] bool Rings, [property: Id(3)] bool Urgent) : Notice
{
    public override bool Awaited => Urgent;
}
