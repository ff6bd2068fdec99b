using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>What one partner proposes: how, and when it would suit them.</summary>
[GenerateSerializer, Immutable, Alias("meetingOffer")]
public sealed record MeetingOffer
{
    public const int MaxPlace = 120;
    public const int MaxTimes = 6;

    [Id(0)] public MeetingMode Mode { get; init; }

    /// <summary>In person: where. Online: their own link for the call, or nothing.</summary>
    [Id(1)] public string Place { get; init; } = "";

    /// <summary>The moments that suit them, in UTC, the earliest first; none while only the way to meet is proposed.</summary>
    [Id(2)] public ImmutableArray<DateTimeOffset> Times { get; init; } = [];

    /// <summary>Counts the offers of a match, so that nobody agrees to one that was changed meanwhile; given by the match.</summary>
    [Id(3)] public int Number { get; init; }

    /// <summary>Both would meet in the same way. Online is online, whoever's link it is.</summary>
    public bool SameWay(MeetingOffer other) =>
        Mode == other.Mode && (Mode == MeetingMode.Online || string.Equals(Place, other.Place, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same, apart from its number.</summary>
    public bool SameAs(MeetingOffer? other) =>
        other is not null && Mode == other.Mode && Place == other.Place && Times.AsSpan().SequenceEqual(other.Times.AsSpan());
}
