namespace Weave;

/// <summary>A slice of a longer list.</summary>
/// <param name="Items">The entries asked for, in the list's order.</param>
/// <param name="Total">How many there are in all.</param>
[GenerateSerializer, Immutable, Alias("page`1")]
public sealed record Page<T>([property: Id(0)] IReadOnlyList<T> Items, [property: Id(1)] int Total);
