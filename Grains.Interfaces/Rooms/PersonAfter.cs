using Weave.Members;

namespace Weave.Rooms;

/// <summary>Somebody from a room that is over, and what is between them and the one who looks.</summary>
[GenerateSerializer, Immutable, Alias("personAfter")]
public sealed record PersonAfter
{
    [Id(0)] public required Participant Who { get; init; }

    /// <summary>What they gave me; null for nothing.</summary>
    [Id(1)] public ContactCard? Received { get; init; }

    /// <summary>What I gave them; null for nothing.</summary>
    [Id(2)] public ContactFields? Given { get; init; }

    /// <summary>They are in my contact book from this room.</summary>
    [Id(3)] public bool Kept { get; init; }

    /// <summary>Each of us wanted to meet the other.</summary>
    [Id(4)] public bool BothWished { get; init; }

    /// <summary>The introduction I asked for.</summary>
    [Id(5)] public IntroductionState Introduction { get; init; }

    /// <summary>Which fields they would give me by agreeing to be introduced.</summary>
    [Id(6)] public ContactFields WouldGive { get; init; }
}
