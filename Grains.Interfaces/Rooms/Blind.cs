namespace Weave.Rooms;

/// <summary>A participant to whom somebody is not shown, because one of the two has blocked the other.</summary>
/// <param name="Number">Who does not see.</param>
/// <param name="Named">They lead the room, and see the name all the same.</param>
[GenerateSerializer, Immutable, Alias("blind")]
public sealed record Blind([property: Id(0)] int Number, [property: Id(1)] bool Named);
