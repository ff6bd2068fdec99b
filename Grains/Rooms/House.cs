using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>How the organizers keep house, by participants' numbers.</summary>
[GenerateSerializer, Immutable, Alias("house")]
internal sealed record House
{
    [Id(0)] public bool Locked { get; init; }

    /// <summary>Those who have the powers of an organizer in this room without being one of the community's.</summary>
    [Id(1)] public ImmutableArray<int> Appointed { get; init; } = [];
    [Id(2)] public ImmutableArray<int> TakenOut { get; init; } = [];
    [Id(3)] public ImmutableArray<int> Muted { get; init; } = [];

    /// <summary>The tables of this round that ask for more time, from 1.</summary>
    [Id(4)] public ImmutableArray<int> Asking { get; init; } = [];
    [Id(5)] public RoomNotice? Notice { get; init; }

    /// <summary>Those who lead, and sit at no table meanwhile.</summary>
    [Id(6)] public ImmutableArray<int> Unseated { get; init; } = [];

    public RoomHouse Public() => new() { Locked = Locked, Asking = Asking, Notice = Notice, Unseated = Unseated };
}
