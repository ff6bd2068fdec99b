using Weave.Members;

namespace Weave.Matching;

/// <summary>A partner as the other one sees them.</summary>
[GenerateSerializer, Immutable, Alias("matchPartner")]
public sealed record MatchPartner
{
    [Id(0)] public required MemberCard Card { get; init; }

    /// <summary>How to write to them: Telegram id and username, null when they have no Telegram.</summary>
    [Id(1)] public TelegramLink? Telegram { get; init; }

    /// <summary>Their address, given only when one of the two has no Telegram; null otherwise.</summary>
    [Id(2)] public string? Email { get; init; }

    /// <summary>What this partner has said so far.</summary>
    [Id(3)] public MatchOutcome Outcome { get; init; }

    [Id(4)] public required MatchReason Reason { get; init; }

    /// <summary>What the viewer has privately decided about them.</summary>
    [Id(5)] public Stance Stance { get; init; }
}
