using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>What an organizer decides about a room, before it begins and while it goes on.</summary>
[GenerateSerializer, Immutable, Alias("roomPlan")]
public sealed record RoomPlan
{
    /// <summary>How many characters a title has at most.</summary>
    public const int LongestTitle = 120;

    [Id(0)] public required string Title { get; init; }

    [Id(1)] public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How many people find a place, organizers included: 2 to 200.</summary>
    [Id(2)] public int Capacity { get; init; } = 30;

    /// <summary>How many sit at a table as a rule: 2 to 6. Sizes differ by at most one, and nobody sits alone.</summary>
    [Id(3)] public int TableSize { get; init; } = 3;

    /// <summary>How many rounds are planned: 1 to 40. An organizer may close earlier or go on.</summary>
    [Id(4)] public int Rounds { get; init; } = 4;

    /// <summary>How long a round lasts: 1 to 60 minutes.</summary>
    [Id(5)] public TimeSpan RoundLength { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>An http or https address to talk at; <c>-</c> and the table's number are added to its path. Null without one.</summary>
    [Id(6)] public string? VoiceUrl { get; init; }

    /// <summary>What the tables are planned for.</summary>
    [Id(7)] public RoomAim Aim { get; init; }

    /// <summary>How long each is on the stage in the introductions before the rounds: 30 to 120 seconds. Null without introductions.</summary>
    [Id(8)] public TimeSpan? SpeakerTime { get; init; }

    /// <summary>How long the open floor after the rounds lasts: 5 to 120 minutes. Null without one.</summary>
    [Id(14)] public TimeSpan? FloorTime { get; init; }

    /// <summary>Questions tables begin with: at most 50, each a line of at most 200 characters. Empty for those that come with Weave, in each reader's language.</summary>
    [Id(15)] public ImmutableArray<string> Icebreakers { get; init; } = [];
}
