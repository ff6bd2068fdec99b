namespace Weave.Rooms;

/// <summary>What people said of a room, in numbers: organizers never learn who said what.</summary>
/// <param name="Rated">How many said how useful it was.</param>
/// <param name="Useful">On average, 1 to 5; null while fewer than three have said it.</param>
/// <param name="Again">How many would come again; null while fewer than three have said whether they would.</param>
/// <param name="Answered">How many said whether they would come again.</param>
[GenerateSerializer, Immutable, Alias("feedbackFigures")]
public sealed record FeedbackFigures([property: Id(0)] int Rated, [property: Id(1)] double? Useful, [property: Id(2)] int? Again, [property: Id(3)] int Answered);
