namespace Weave.Rooms;

/// <summary>A series as one member sees it.</summary>
[GenerateSerializer, Immutable, Alias("roomSeries")]
public sealed record RoomSeries
{
    [Id(0)] public required string Community { get; init; }

    /// <summary>The plan of the rooms to come; it begins when the one that is planned now does by the rhythm.</summary>
    [Id(1)] public required RoomPlan Plan { get; init; }
    [Id(2)] public required RoomRhythm Rhythm { get; init; }

    /// <summary>No more rooms are opened.</summary>
    [Id(3)] public required bool Ended { get; init; }

    /// <summary>The room opened last.</summary>
    [Id(4)] public required Guid Room { get; init; }

    /// <summary>The viewer is asked each time.</summary>
    [Id(5)] public required bool Subscribed { get; init; }
}
