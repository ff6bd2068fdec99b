using Orleans.Concurrency;

namespace Weave.Matching;

/// <summary>
/// The organizers' side of a match round: the same grain as <see cref="IMatchRoundGrain"/>, and the same key. Refuses with NotAnOrganizer; and with RoundClosed what
/// comes too late.
/// </summary>
[Alias("roundDesk")]
public interface IRoundDeskGrain : IGrainWithStringKey
{
    /// <summary>The round as it stands.</summary>
    [Alias("look"), AlwaysInterleave]
    Task<RoundDesk> Look(Guid by);

    [Alias("people"), AlwaysInterleave]
    Task<Page<RoundPerson>> People(RoundGroup group, int skip, int take, Guid by);

    /// <summary>Gives members more time, or less. Those who have not answered are reminded anew.</summary>
    [Alias("extend")]
    Task Extend(DateTimeOffset deadline, Guid by);

    /// <summary>Puts a member in, or takes them out, for whom an organizer answers; they are told. A pairing that waits is made anew. Refuses with Paused.</summary>
    [Alias("place")]
    Task Place(Guid member, bool takesPart, Guid by);

    /// <summary>Ends answers and makes the pairing, which waits until an organizer sends it: at most until the deadline, or an hour.</summary>
    [Alias("prepare")]
    Task Prepare(Guid by);

    /// <summary>Drops a pairing that waits, and takes answers again.</summary>
    [Alias("reopen")]
    Task Reopen(Guid by);

    /// <summary>The pairing that waits.</summary>
    [Alias("draft"), AlwaysInterleave]
    Task<Page<DraftMatch>> Draft(int skip, int take, Guid by);

    /// <summary>Has two people change places in the pairing that waits; one of them may be left out so far. Refuses with NotTogether what must not be.</summary>
    [Alias("swap")]
    Task Swap(Guid one, Guid other, Guid by);

    /// <summary>Sends the pairing that waits; harmless when it has been sent.</summary>
    [Alias("send")]
    Task Send(Guid by);
}
