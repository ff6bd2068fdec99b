namespace Weave.Rooms;

/// <summary>A table asks for help, somebody comes, or it does not ask any more. Told to the table and to organizers.</summary>
/// <param name="Call">Null when the table does not ask any more.</param>
[GenerateSerializer, Immutable, Alias("helpChanged")]
public sealed record HelpChanged([property: Id(0)] int Table, [property: Id(1)] HelpCall? Call) : RoomEvent;
