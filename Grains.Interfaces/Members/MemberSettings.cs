using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>What a member decides about Weave itself; nobody else sees it.</summary>
[GenerateSerializer, Immutable, Alias("memberSettings")]
public sealed record MemberSettings
{
    /// <summary>The languages Weave speaks.</summary>
    public static ImmutableArray<string> Supported { get; } = ["en", "ru"];

    /// <summary>The language Weave speaks to them: <c>en</c> or <c>ru</c>.</summary>
    [Id(0)] public string Language { get; init; } = "en";

    /// <summary>What to give away when nothing else is chosen.</summary>
    [Id(1)] public ContactFields Shares { get; init; } = ContactFields.All;
}
