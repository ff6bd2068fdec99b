namespace Weave.Members;

/// <summary>
/// The one ledger of who has met whom, fed by match rounds and rooms (a table; any number of activations may serve it). Key: 0.
/// </summary>
[Alias("acquaintances")]
public interface IAcquaintancesGrain : IGrainWithIntegerKey
{
    /// <summary>Records that all of <paramref name="members"/> met each other. <paramref name="source"/> (<c>room:ID:ROUND:TABLE</c>, <c>match:KEY</c>)
    /// makes repeating harmless.</summary>
    [Alias("record")]
    Task Record(IReadOnlyList<Guid> members, string source, DateTimeOffset when);

    /// <summary>The same for the people of each table of a round; the source of a table is <paramref name="source"/><c>:TABLE</c>, from 1. All is stored, or nothing.</summary>
    [Alias("recordRound")]
    Task RecordRound(IReadOnlyList<IReadOnlyList<Guid>> tables, string source, DateTimeOffset when);

    /// <summary>All that is known among these people: at most one entry a pair, with the latest date and the count.</summary>
    [Alias("among")]
    Task<IReadOnlyList<Acquaintance>> Among(IReadOnlyList<Guid> members);

    /// <summary>The people one has met, latest first.</summary>
    [Alias("of")]
    Task<IReadOnlyList<Acquaintance>> Of(Guid member, int take);
}
