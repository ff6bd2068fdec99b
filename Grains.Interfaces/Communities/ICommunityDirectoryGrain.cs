namespace Weave.Communities;

/// <summary>The list of all communities (a table; any number of activations may serve it). Key: 0.</summary>
[Alias("communityDirectory")]
public interface ICommunityDirectoryGrain : IGrainWithIntegerKey
{
    /// <summary>Communities whose name, purpose or area contains <paramref name="search"/>, the largest first; null or empty finds all.</summary>
    [Alias("list")]
    Task<Page<CommunityListing>> List(string? search, int skip, int take);
}
