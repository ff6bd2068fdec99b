namespace Weave.LoadTest;

/// <summary>How much of what is done.</summary>
internal sealed record LoadPlan(Uri Url, int Rooms, int People, int Rounds);
