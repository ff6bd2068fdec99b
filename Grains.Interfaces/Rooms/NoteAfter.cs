namespace Weave.Rooms;

/// <summary>What was written down at a table.</summary>
/// <param name="With">The names of the others who sat there.</param>
[GenerateSerializer, Immutable, Alias("noteAfter")]
public sealed record NoteAfter([property: Id(0)] int Round, [property: Id(1)] int Table, [property: Id(2)] IReadOnlyList<string> With, [property: Id(3)] string Text);
