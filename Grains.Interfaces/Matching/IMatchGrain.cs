namespace Weave.Matching;

/// <summary>One conversation of two or three members. Key: <see cref="MatchId"/>.</summary>
[Alias("matchGrain")]
public interface IMatchGrain : IGrainWithStringKey
{
    /// <summary>Makes the match; harmless when repeated. Called by the round.</summary>
    [Alias("make")]
    Task Make(IReadOnlyList<Guid> members, IReadOnlyList<MatchReason> reasons, DateTimeOffset when);

    /// <summary>Refuses with NotFound for anybody who is not one of the partners.</summary>
    [Alias("get")]
    Task<Match> Get(Guid viewer);

    /// <summary>Stores what a partner says; may be changed. A meeting confirmed by either makes them acquaintances.</summary>
    [Alias("report")]
    Task<Match> Report(Guid member, MatchOutcome outcome);

    /// <summary>Forgets what an erased member has said and why they were put together; harmless when repeated.</summary>
    [Alias("forget")]
    Task Forget(Guid member);
}
