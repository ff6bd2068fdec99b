namespace Weave.LoadTest;

/// <summary>How much of what is done.</summary>
/// <param name="Pace">How long a round takes; rooms are spread over it, and in each people act at moments of their own. Zero lets everybody act at once.</param>
internal sealed record LoadPlan(Uri Url, int Rooms, int People, int Rounds, TimeSpan Pace);
