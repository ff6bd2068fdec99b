using Weave.Members;

namespace Weave.Matching;

/// <summary>
/// One conversation of two or three members. Key: <see cref="MatchId"/>. Commands are refused with NotFound for anybody who is not one of the partners, and
/// with MatchEnded where the match is over for them.
/// </summary>
[Alias("matchGrain")]
public interface IMatchGrain : IGrainWithStringKey
{
    /// <summary>Makes the match; harmless when repeated. Called by the round, which ends at <paramref name="ends"/>.</summary>
    [Alias("make")]
    Task Make(IReadOnlyList<Guid> members, IReadOnlyList<MatchReason> reasons, DateTimeOffset when, DateTimeOffset ends);

    [Alias("get")]
    Task<Match> Get(Guid viewer);

    /// <summary>Stores what a partner says; may be changed. A meeting confirmed by either makes them acquaintances. That a time is agreed can be said until the next
    /// round begins, how it went even later.</summary>
    [Alias("report")]
    Task<Match> Report(Guid member, MatchOutcome outcome);

    /// <summary>Puts a partner's offer in place of their earlier one; where it meets the others', the meeting is agreed. Refuses a time in the past or far away.</summary>
    [Alias("propose")]
    Task<Match> Propose(Guid member, MeetingOffer offer);

    /// <summary>Agrees to one time of another partner's offer. Refuses with AlreadyDone when that offer is no longer made; harmless when repeated.</summary>
    [Alias("agree")]
    Task<Match> Agree(Guid member, int offer, DateTimeOffset at);

    /// <summary>Calls the agreed meeting off, or takes one's offer back; harmless when there is neither.</summary>
    [Alias("callOff")]
    Task<Match> CallOff(Guid member);

    /// <summary>Stores how useful it was, or a note; may be changed.</summary>
    [Alias("rate")]
    Task<Match> Rate(Guid member, MatchFeedback feedback);

    /// <summary>Stores what a partner privately decides about another. A block ends the match between the two.</summary>
    [Alias("judge")]
    Task<Match> Judge(Guid member, Guid partner, Stance stance);

    /// <summary>Leaves the match to be put together with somebody else of this round. Refuses with TooEarly while partners still have time to answer, and with TooLate
    /// when less than half of the round is left.</summary>
    [Alias("findAnother")]
    Task<Match> FindAnother(Guid member);

    /// <summary>The member has left the community: tells those who remain. Called by the round; harmless when repeated.</summary>
    [Alias("drop")]
    Task Drop(Guid member);

    /// <summary>Forgets what an erased member has said and why they were put together; harmless when repeated.</summary>
    [Alias("forget")]
    Task Forget(Guid member);
}
