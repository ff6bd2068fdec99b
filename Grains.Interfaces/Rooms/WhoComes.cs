using Weave.Members;

namespace Weave.Rooms;

/// <summary>Who will come to a room, as one member sees it.</summary>
[GenerateSerializer, Immutable, Alias("whoComes")]
public sealed record WhoComes
{
    /// <summary>The viewer's own place.</summary>
    [Id(0)] public required RoomPlace Mine { get; init; }

    /// <summary>For a viewer who waits: how many are before them, themselves included.</summary>
    [Id(1)] public required int Position { get; init; }

    /// <summary>How many have a place.</summary>
    [Id(2)] public required int Coming { get; init; }

    /// <summary>How many wait for a place; every viewer sees it, and only organizers see who in <see cref="Line"/>.</summary>
    [Id(3)] public required int Waiting { get; init; }

    /// <summary>Some of those with a place, the first to say so first; without those whom the viewer and they keep from each other.</summary>
    [Id(4)] public required IReadOnlyList<MemberCard> People { get; init; }

    /// <summary>Those who wait, the next one first; for organizers, and nobody else.</summary>
    [Id(5)] public IReadOnlyList<MemberCard> Line { get; init; } = [];
}
