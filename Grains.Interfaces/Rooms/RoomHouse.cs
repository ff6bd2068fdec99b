namespace Weave.Rooms;

/// <summary>What everybody in a room may know of how its organizers keep house.</summary>
[GenerateSerializer, Immutable, Alias("roomHouse")]
public sealed record RoomHouse
{
    /// <summary>Nobody comes in who has not been in.</summary>
    [Id(0)] public bool Locked { get; init; }

    /// <summary>The tables of this round that ask for more time.</summary>
    [Id(1)] public IReadOnlyList<int> Asking { get; init; } = [];

    /// <summary>What was last said to everybody.</summary>
    [Id(2)] public RoomNotice? Notice { get; init; }

    /// <summary>Those who lead, and want no seat in the rounds to come.</summary>
    [Id(3)] public IReadOnlyList<int> Unseated { get; init; } = [];
}
