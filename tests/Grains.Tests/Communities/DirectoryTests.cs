using Xunit;

namespace Weave.Communities;

public sealed class DirectoryTests(TestSilo silo)
{
    private readonly string _word = $"w{Guid.CreateVersion7():N}"[..20];

    private ICommunityDirectoryGrain Directory => silo.Grains.GetGrain<ICommunityDirectoryGrain>(0);

    [Fact]
    public async Task Search_reads_name_purpose_and_area_without_regard_to_case()
    {
        var slug = await Found(NewCommunity.Named($"Дело {_word} Ёлка") with { Purpose = "Für GRÜNDER", Area = "Финансы" });

        foreach (var search in new[] { _word.ToUpperInvariant(), $"дело {_word}", $"{_word} ЕЛКА", $"  {_word}  " })
            Assert.Equal(slug, Assert.Single((await Directory.List(search, 0, 10)).Items).Slug);
        Assert.Contains((await Directory.List("ФИНАНСЫ", 0, 100)).Items, listing => listing.Slug == slug);
        Assert.Contains((await Directory.List("gründer", 0, 100)).Items, listing => listing.Slug == slug);
    }

    [Theory]
    [InlineData("%"), InlineData("_"), InlineData("!"), InlineData("' OR 1=1 --")]
    public async Task Signs_that_mean_something_to_the_database_are_plain_text(string sign)
    {
        var slug = await Found(NewCommunity.Named($"{_word} with {sign} in it"));
        await Found(NewCommunity.Named($"{_word} without"));

        var found = await Directory.List($"{_word} with {sign}", 0, 10);

        Assert.Equal(slug, Assert.Single(found.Items).Slug);
        Assert.Equal(1, found.Total);
    }

    [Fact]
    public async Task The_largest_community_comes_first_and_pages_follow_each_other()
    {
        var small = await Found(NewCommunity.Named($"{_word} small"));
        var large = await Found(NewCommunity.Named($"{_word} large"));
        await silo.Grains.GetGrain<ICommunityGrain>(large).Join(Guid.CreateVersion7());

        var first = await Directory.List(_word, 0, 1);
        var second = await Directory.List(_word, 1, 1);

        Assert.Equal((large, 2), (first.Items[0].Slug, first.Items[0].Members));
        Assert.Equal((small, 1), (second.Items[0].Slug, second.Items[0].Members));
        Assert.Equal((2, 2), (first.Total, second.Total));
    }

    [Fact]
    public async Task A_renamed_community_is_found_by_its_new_name_only()
    {
        var founder = Guid.CreateVersion7();
        var slug = await Found(NewCommunity.Named($"{_word} before"), founder);

        await silo.Grains.GetGrain<ICommunityGrain>(slug).Change(NewCommunity.Named($"{_word} after"), founder);

        Assert.Empty((await Directory.List($"{_word} before", 0, 10)).Items);
        Assert.Single((await Directory.List($"{_word} after", 0, 10)).Items);
    }

    [Fact]
    public async Task A_search_for_what_no_database_takes_for_text_finds_nothing()
    {
        await Found(NewCommunity.Named(_word));

        Assert.Empty((await Directory.List($"\0{_word}\0nowhere", 0, 10)).Items);
    }

    private async Task<string> Found(CommunitySettings settings, Guid? founder = null)
    {
        var slug = NewCommunity.Slug();
        await silo.Grains.GetGrain<ICommunityGrain>(slug).Found(settings, founder ?? Guid.CreateVersion7());
        return slug;
    }
}
