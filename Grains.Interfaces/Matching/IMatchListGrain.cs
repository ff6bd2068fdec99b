namespace Weave.Matching;

/// <summary>The matches of a member over all communities (a table; any number of activations may serve it). Key: the member id.</summary>
[Alias("matchList")]
public interface IMatchListGrain : IGrainWithGuidKey
{
    /// <summary>The latest first.</summary>
    [Alias("list")]
    Task<Page<MatchId>> List(int skip, int take);
}
