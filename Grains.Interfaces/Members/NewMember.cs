namespace Weave.Members;

/// <summary>What is known of somebody at the moment their account is made.</summary>
[GenerateSerializer, Immutable, Alias("newMember")]
public sealed record NewMember
{
    /// <summary>A first guess at the name: the Telegram name, or the part of the address before the @.</summary>
    [Id(0)] public required string Name { get; init; }

    [Id(1)] public string Language { get; init; } = "en";

    /// <summary>An IANA zone name, guessed from the browser; null when not known.</summary>
    [Id(2)] public string? TimeZone { get; init; }

    [Id(3)] public string? Email { get; init; }

    [Id(4)] public TelegramLink? Telegram { get; init; }
}
