using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>How far the partners of a match have come in arranging their meeting. An agreed meeting stands while another time for it is being proposed.</summary>
[GenerateSerializer, Immutable, Alias("arrangement")]
public sealed record Arrangement
{
    /// <summary>Each partner's own offer, the last they made.</summary>
    [Id(0)] public ImmutableDictionary<Guid, MeetingOffer> Offers { get; init; } = ImmutableDictionary<Guid, MeetingOffer>.Empty;

    [Id(1)] public Meeting? Agreed { get; init; }

    /// <summary>Rises whenever a meeting is agreed, changed or called off; zero before the first.</summary>
    [Id(2)] public int Sequence { get; init; }

    /// <summary>The offers made so far.</summary>
    [Id(3)] public int Made { get; init; }

    /// <summary>The meeting that was called off last, while no other is agreed: calendars want to know what is cancelled.</summary>
    [Id(4)] public Meeting? CalledOff { get; init; }
}
