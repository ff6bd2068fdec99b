namespace Weave.Members;

/// <summary>What a one-time link grants to whoever opens it.</summary>
[GenerateSerializer, Immutable, Alias("oneTimeGrant")]
public sealed record OneTimeGrant
{
    [Id(0)] public required OneTimePurpose Purpose { get; init; }

    /// <summary>The address to be verified, for <see cref="OneTimePurpose.SignInByEmail"/> and <see cref="OneTimePurpose.AddEmail"/>.</summary>
    [Id(1)] public string? Email { get; init; }

    /// <summary>The member, for all other purposes and <see cref="OneTimePurpose.AddEmail"/>.</summary>
    [Id(2)] public Guid? Member { get; init; }

    /// <summary>A local path to go to afterwards.</summary>
    [Id(3)] public string? ReturnTo { get; init; }

    /// <summary>The language and zone the browser had when it asked; used when the member is made.</summary>
    [Id(4)] public string? Language { get; init; }

    [Id(5)] public string? TimeZone { get; init; }

    /// <summary>For <see cref="OneTimePurpose.SignInBrowser"/>: how the browser that waits looks to its owner.</summary>
    [Id(6)] public string? Browser { get; init; }

    /// <summary>For <see cref="OneTimePurpose.SignInBrowser"/>: the key of the link that lets this browser in, made when its owner says yes.</summary>
    [Id(7)] public string? Waiting { get; init; }
}
