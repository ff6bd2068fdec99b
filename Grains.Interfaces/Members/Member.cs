using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>A member as the member themselves and the server see it; never shown to others whole.</summary>
[GenerateSerializer, Immutable, Alias("member")]
public sealed record Member
{
    [Id(0)] public required Guid Id { get; init; }
    [Id(1)] public required Profile Profile { get; init; }
    [Id(2)] public required ContactCard Card { get; init; }
    [Id(3)] public required MemberSettings Settings { get; init; }

    /// <summary>Verified addresses, lower case; the first one gets the mail.</summary>
    [Id(4)] public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>The linked Telegram account; null without one.</summary>
    [Id(5)] public TelegramLink? Telegram { get; init; }

    /// <summary>The next question of the questionnaire; null when all were answered or skipped.</summary>
    [Id(6)] public ProfileQuestion? NextQuestion { get; init; }

    [Id(7)] public DateTimeOffset Since { get; init; }
}
