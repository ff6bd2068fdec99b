namespace Weave.Rooms;

/// <summary>Something that was written to me alone in a room that is over.</summary>
/// <param name="From">The author's name.</param>
[GenerateSerializer, Immutable, Alias("wordAfter")]
public sealed record WordAfter([property: Id(0)] string From, [property: Id(1)] string Text);
