namespace Weave.Matching;

/// <summary>How a member takes part in a community's match rounds.</summary>
[GenerateSerializer, Immutable, Alias("standing")]
public sealed record Standing
{
    [Id(0)] public StandingChoice Choice { get; init; }

    /// <summary>Until then they are neither asked nor matched; null when they are not paused.</summary>
    [Id(1)] public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>What shall become of them as the odd one; null leaves it to the community.</summary>
    [Id(2)] public OddOne? OddOne { get; init; }

    /// <summary>An organizer who would meet the odd one.</summary>
    [Id(3)] public bool Hosts { get; init; }
}
