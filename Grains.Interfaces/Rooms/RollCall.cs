namespace Weave.Rooms;

/// <summary>One person's attendance.</summary>
[GenerateSerializer, Immutable, Alias("rollCall")]
public sealed record RollCall
{
    [Id(0)] public required int Number { get; init; }

    /// <summary>Empty for somebody who has erased their account.</summary>
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required Presence Presence { get; init; }

    /// <summary>Since when they are here, away or gone.</summary>
    [Id(3)] public required DateTimeOffset Since { get; init; }

    /// <summary>When they first came.</summary>
    [Id(4)] public required DateTimeOffset Joined { get; init; }

    /// <summary>How long they have been here in all.</summary>
    [Id(5)] public required TimeSpan Present { get; init; }

    /// <summary>In how many rounds they sat at a table.</summary>
    [Id(6)] public required int Rounds { get; init; }

    /// <summary>Has the powers of an organizer in this room.</summary>
    [Id(7)] public required bool Leads { get; init; }

    /// <summary>Has them by appointment, which can be taken back.</summary>
    [Id(8)] public required bool Appointed { get; init; }
    [Id(9)] public required bool Muted { get; init; }

    /// <summary>Was taken out and not let in again.</summary>
    [Id(10)] public required bool TakenOut { get; init; }
}
