using Weave.Communities;

namespace Weave.Matching;

/// <summary>Looking up a community's rounds for a page.</summary>
internal static class CommunityRounds
{
    /// <summary>The latest round as <paramref name="viewer"/> sees it; null before the first, and in the moment before a new one is stored.</summary>
    public static async Task<MatchRound?> LatestRound(this IGrainFactory grains, Community community, Guid viewer) =>
        await grains.LatestRounds(community, viewer, 1) is [var latest, ..] ? latest : null;

    /// <summary>The latest <paramref name="take"/> rounds, newest first.</summary>
    public static async Task<IReadOnlyList<MatchRound>> LatestRounds(this IGrainFactory grains, Community community, Guid viewer, int take)
    {
        var first = Math.Max(community.LatestRound - take + 1, 1);
        var numbers = Enumerable.Range(first, community.LatestRound - first + 1).Reverse();
        return [.. (await Task.WhenAll(numbers.Select(Find))).OfType<MatchRound>()];

        async Task<MatchRound?> Find(int number)
        {
            try
            {
                return await grains.GetGrain<IMatchRoundGrain>(new MatchRoundId(community.Slug, number).ToString()).Get(viewer);
            }
            catch (Refused refused) when (refused.Reason == Refusal.NotFound)
            {
                return null;
            }
        }
    }
}
