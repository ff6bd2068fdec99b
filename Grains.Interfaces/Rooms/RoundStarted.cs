namespace Weave.Rooms;

/// <summary>A round begins. The topics of tables begin anew at version zero.</summary>
/// <param name="Round">Its number, from 1.</param>
/// <param name="Tables">Who sits where, by numbers.</param>
[GenerateSerializer, Immutable, Alias("roundStarted")]
public sealed record RoundStarted([property: Id(0)] int Step, [property: Id(1)] int Round, [property: Id(2)] IReadOnlyList<IReadOnlyList<int>> Tables, [property: Id(3)] DateTimeOffset Deadline) : RoomEvent;
