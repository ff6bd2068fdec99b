using Weave.Members;

namespace Weave.Contacts;

/// <summary>A person in a member's contact book, as they were when they gave their contact.</summary>
[GenerateSerializer, Immutable, Alias("contact")]
public sealed record Contact
{
    [Id(0)] public required Guid Member { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public string Headline { get; init; } = "";
    [Id(3)] public string Company { get; init; } = "";
    [Id(4)] public required ContactCard Card { get; init; }

    /// <summary>Where they met: <c>room:ID</c> or <c>match:KEY</c>; the latest one.</summary>
    [Id(5)] public required string Source { get; init; }

    /// <summary>How people call that occasion: a room's title or a community's name.</summary>
    [Id(6)] public required string Occasion { get; init; }

    [Id(7)] public required DateTimeOffset At { get; init; }
}
