namespace Weave.Rooms;

/// <summary>A table that asks organizers to come.</summary>
/// <param name="Table">The table, from 1.</param>
/// <param name="By">Who asked, by number.</param>
/// <param name="Coming">The organizer who is coming, by number; null while nobody is.</param>
[GenerateSerializer, Immutable, Alias("helpCall")]
public sealed record HelpCall([property: Id(0)] int Table, [property: Id(1)] int By, [property: Id(2)] int? Coming);
