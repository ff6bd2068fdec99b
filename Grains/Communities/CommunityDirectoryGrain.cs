using System.Data.Common;
using Dapper;
using Orleans.Concurrency;
using Weave.Members;

namespace Weave.Communities;

/// <summary>Answers from the table CommunityListing; holds nothing itself.</summary>
[StatelessWorker]
internal sealed class CommunityDirectoryGrain(DbDataSource database) : Grain, ICommunityDirectoryGrain
{
    private const int MostAtOnce = 100;
    private const int LongestSearch = 100;

    public async Task<Page<CommunityListing>> List(string? search, int skip, int take)
    {
        var arguments = new { Pattern = Pattern(search ?? ""), Skip = Math.Max(skip, 0), Take = Math.Clamp(take, 0, MostAtOnce) };
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            """
            SELECT Slug, Name, Purpose, Area, Language, TimeZone, Admission, Members FROM CommunityListing
            WHERE SearchText LIKE @Pattern ESCAPE '!' ORDER BY Members DESC, Slug LIMIT @Take OFFSET @Skip
            """, arguments);
        var total = await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM CommunityListing WHERE SearchText LIKE @Pattern ESCAPE '!'", arguments);
        return new([.. rows.Select(row => row.ToListing())], total);
    }

    private static string Pattern(string search)
    {
        var text = Listing.Fold(Inputs.Clip(search, LongestSearch));
        return $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
    }

    private sealed record Row
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required string Purpose { get; init; }
        public required string Area { get; init; }
        public required string Language { get; init; }
        public required string TimeZone { get; init; }
        public required int Admission { get; init; }
        public required int Members { get; init; }

        public CommunityListing ToListing()
        {
            var settings = new CommunitySettings
            {
                Name = Name,
                Purpose = Purpose,
                Area = Area,
                Language = Language,
                TimeZone = TimeZone,
                Admission = (Admission)Admission,
            };
            return new(Slug, settings, Members);
        }
    }
}
