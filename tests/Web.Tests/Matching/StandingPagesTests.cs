using System.Net;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Matching;

public sealed class StandingPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _slug = $"c-{Guid.CreateVersion7():N}";

    private string Page => $"/c/{_slug}/taking-part";

    [Fact]
    public async Task A_member_chooses_pauses_and_comes_back_and_the_confirmation_names_the_day()
    {
        using var anna = await Founder();
        await anna.Open($"/c/{_slug}");
        Assert.Contains("You are asked each round.", anna.Text, StringComparison.Ordinal);
        await anna.Open(Page);
        await anna.Send("standing", ("Choice", "In"), ("Odd", "Skip"), ("Hosts", "true"));
        Assert.Contains("Saved.", anna.Html, StringComparison.Ordinal);

        await anna.Send("pause", ("ForWeeks", "1"));
        Assert.Contains("Paused until 12 March (Monday). Then all goes on by itself.", WebUtility.HtmlDecode(anna.Html), StringComparison.Ordinal);
        await anna.Open($"/c/{_slug}");
        Assert.Contains("You are paused until 12 March (Monday).", anna.Text, StringComparison.Ordinal);
        await anna.Open(Page);
        await anna.Send("until", ("Day", "2040-04-02"));
        Assert.Contains("You are paused until 2 April (Monday).", anna.Text, StringComparison.Ordinal);
        await anna.Send("resume");
        Assert.DoesNotContain("You are paused", anna.Text, StringComparison.Ordinal);
        await anna.Open($"/c/{_slug}");
        Assert.Contains("You are in until you say no.", anna.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2040-03-01", "already passed")]
    [InlineData("2041-12-01", "a year at most")]
    [InlineData("soon", "check")]
    public async Task A_day_that_is_none_or_past_or_too_far_is_refused_at_its_field(string day, string said)
    {
        using var anna = await Founder();
        await anna.Open(Page);

        await anna.Send("until", ("Day", day));

        Assert.Contains("id=\"until-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains(said, anna.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Strangers_do_not_take_part_and_Russian_speakers_read_Russian()
    {
        using var anna = await Founder();
        var (eve, _) = await weave.SignedIn("Eve");
        using var _2 = eve;
        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open(Page)).Status);

        anna.Cookies.Add(weave.Url, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));
        await anna.Open(Page);
        await anna.Send("pause", ("ForWeeks", "2"));
        Assert.Contains("У вас пауза до 19 марта (понедельник).", anna.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> Founder()
    {
        var (visitor, id) = await weave.SignedIn("Anna");
        await weave.Grains.GetGrain<ICommunityGrain>(_slug).Found(new CommunitySettings { Name = "Founders", TimeZone = "Europe/Berlin" }, id);
        return visitor;
    }
}
