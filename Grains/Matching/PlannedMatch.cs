namespace Weave.Matching;

/// <summary>Two or three members to be put together; a reason for each two of them.</summary>
/// <param name="Members">The partners.</param>
/// <param name="Reasons">Why each two of them.</param>
/// <param name="Score">Their points, in a trio those of the three pairs on average.</param>
internal sealed record PlannedMatch(IReadOnlyList<Guid> Members, IReadOnlyList<MatchReason> Reasons, double Score = 0);
