namespace Weave.Rooms;

/// <summary>What organizers see of a room besides what everybody sees.</summary>
[GenerateSerializer, Immutable, Alias("roomDesk")]
public sealed record RoomDesk
{
    [Id(0)] public required RoomPlan Plan { get; init; }

    /// <summary>The community's slug.</summary>
    [Id(1)] public required string Community { get; init; }

    /// <summary>Everybody who has come, in order of their numbers.</summary>
    [Id(2)] public required IReadOnlyList<RollCall> People { get; init; }

    /// <summary>Who will sit where in the next round, as arranged by hand; empty when nothing is.</summary>
    [Id(3)] public required IReadOnlyList<IReadOnlyList<int>> Next { get; init; }
}
