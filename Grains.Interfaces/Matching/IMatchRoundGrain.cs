using Orleans.Concurrency;

namespace Weave.Matching;

/// <summary>
/// One match round: invitation → pairing → conversation → closed. Key: <see cref="MatchRoundId"/>. Made by the community grain.
/// </summary>
[Alias("matchRoundGrain")]
public interface IMatchRoundGrain : IGrainWithStringKey
{
    /// <summary>Starts the round; harmless when repeated. Called by the community grain.</summary>
    [Alias("open")]
    Task Open(MatchRoundPlan plan);

    /// <summary>The round as <paramref name="viewer"/> sees it; numbers only for organizers.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<MatchRound> Get(Guid viewer);

    /// <summary>How far the round has come; Pairing from the deadline on, even if nobody has begun with it. Asked by the community.</summary>
    [Alias("phase"), AlwaysInterleave]
    Task<MatchRoundPhase> Phase();

    /// <summary>Stores a member's answer; it can be changed until the deadline. Refuses with NotAMember or RoundClosed, and a yes with Paused.</summary>
    [Alias("answer")]
    Task Answer(Guid member, RoundAnswer answer);

    /// <summary>Pairs now rather than at the deadline; harmless when it has been done. For organizers. Returns when the pairing is stored.</summary>
    [Alias("pairNow")]
    Task PairNow(Guid by);

    /// <summary>Ends the round for good; called by the community when the next begins.</summary>
    [Alias("close")]
    Task Close();

    /// <summary>A match's outcome became known; called by the match, harmless when repeated.</summary>
    [Alias("met"), AlwaysInterleave]
    Task Met(int match);

    /// <summary>What a partner said of their match, in numbers: whether they met, and how useful it was, zero for not said. Called by the match.</summary>
    [Alias("heard"), AlwaysInterleave]
    Task Heard(int match, Guid member, MatchOutcome outcome, int useful);

    /// <summary>Puts somebody on the list of those who want another partner. Those who wait are put together; called by the match, harmless when repeated.</summary>
    [Alias("wait"), AlwaysInterleave]
    Task Wait(Guid member);

    /// <summary>A member has left the community: their partners are told and get others. Called by the community, harmless when repeated.</summary>
    [Alias("gone"), AlwaysInterleave]
    Task Gone(Guid member);

    /// <summary>A member has done something within the round other than answering; called by the match, harmless when repeated.</summary>
    [Alias("reacted"), AlwaysInterleave]
    Task Reacted(Guid member);
}
