namespace Weave.Matching;

/// <summary>Two or three members to be put together; a reason for each two of them.</summary>
internal sealed record PlannedMatch(IReadOnlyList<Guid> Members, IReadOnlyList<MatchReason> Reasons);
