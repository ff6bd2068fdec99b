namespace Weave.Matching;

/// <summary>How the conversation was, as one partner says. Only they see it; organizers see numbers.</summary>
[GenerateSerializer, Immutable, Alias("matchFeedback")]
public sealed record MatchFeedback
{
    public const int MaxNote = 1000;

    /// <summary>From 1, of no use, to 5, very useful; zero while not said.</summary>
    [Id(0)] public int Useful { get; init; }

    /// <summary>A note to themselves.</summary>
    [Id(1)] public string Note { get; init; } = "";
}
