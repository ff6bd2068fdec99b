namespace Weave.Matching;

/// <summary>A round in numbers, as it stands in the tables.</summary>
internal sealed record RoundNumbers
{
    public required int Asked { get; init; }
    public required int SaidIn { get; init; }
    public required int SaidOut { get; init; }
    public required int Matches { get; init; }
    public required int Met { get; init; }
}
