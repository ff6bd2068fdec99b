namespace Weave.Rooms;

/// <summary>Everybody has been on the stage, or an organizer went on; a break follows.</summary>
[GenerateSerializer, Immutable, Alias("introductionsEnded")]
public sealed record IntroductionsEnded([property: Id(0)] int Step) : RoomEvent;
