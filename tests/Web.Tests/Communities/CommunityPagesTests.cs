using System.Net;
using Weave.Members;
using Xunit;

namespace Weave.Communities;

public sealed class CommunityPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private static int _count;

    [Fact]
    public async Task A_member_founds_a_community_and_is_its_organizer()
    {
        var (anna, _) = await weave.SignedIn("Anna");

        await anna.Open("/communities/new?name=" + Uri.EscapeDataString("Женщины в IT: Щёлково"));
        Assert.Contains("value=\"zhenshchiny-v-it-shchelkovo\"", anna.Html, StringComparison.Ordinal);
        await anna.Send("create", Fields("Женщины в IT: Щёлково", "zhenshchiny-v-it"));

        Assert.Equal("/c/zhenshchiny-v-it", anna.Path);
        Assert.Contains("Женщины в IT: Щёлково", anna.Text, StringComparison.Ordinal);
        Assert.Contains("/join/zhenshchiny-v-it", anna.Html, StringComparison.Ordinal);
        Assert.Contains("/c/zhenshchiny-v-it/organize", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var slug = await Community(await weave.NewMember("Founder"));
        var (anna, _) = await weave.SignedIn("Anna");

        await anna.Open("/communities/new?name=Mine");
        await anna.Send("create", Fields("Mine & more", slug, purpose: "What I typed"));

        Assert.Contains("id=\"Slug-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("What I typed", anna.Html, StringComparison.Ordinal);
        Assert.Contains("Mine &amp; more", anna.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "some-address", "Name")]
    [InlineData("Name", "", "Slug")]
    [InlineData("Name", "a b", "Slug")]
    [InlineData("Name", "../../x", "Slug")]
    public async Task What_is_missing_or_wrong_is_said_at_the_field(string name, string slug, string field)
    {
        var (anna, _) = await weave.SignedIn("Anna");

        await anna.Open("/communities/new?name=X");
        await anna.Send("create", Fields(name, slug));

        Assert.Contains($"id=\"{field}-error\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_at_its_field()
    {
        var (anna, _) = await weave.SignedIn("Anna");

        await anna.Open("/communities/new?name=X");
        await anna.Send("create", Fields(new string('x', CommunitySettings.MaxName + 1), "long-name"));

        Assert.Contains("id=\"Name-error\"", anna.Html, StringComparison.Ordinal);
        await anna.Open("/c/long-name");
        Assert.Equal(HttpStatusCode.NotFound, anna.Status);
    }

    [Fact]
    public async Task A_community_is_joined_with_one_button_and_left_with_one()
    {
        var slug = await Community(await weave.NewMember("Founder"));
        var (omar, _) = await weave.SignedIn("Omar");

        await (await omar.Open($"/c/{slug}")).Send("join");
        Assert.Contains("Welcome to", omar.Text, StringComparison.Ordinal);
        Assert.Contains("Members: 2", omar.Text, StringComparison.Ordinal);

        await omar.Send("leave");
        Assert.Contains("You have left", omar.Text, StringComparison.Ordinal);
        Assert.Contains("Members: 1", omar.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_organizer_is_told_to_appoint_another_one_first()
    {
        var (anna, annaId) = await weave.SignedIn("Anna");
        var slug = await Community(annaId);

        await (await anna.Open($"/c/{slug}")).Send("leave");

        Assert.Contains("last organizer", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_an_invite_joins_by_signing_in_and_nothing_more()
    {
        var slug = await Community(await weave.NewMember("Founder"));
        using var lena = new Visitor(weave.Url);

        await (await lena.Open($"/join/{slug}")).Send("join");
        Assert.StartsWith("/sign-in", lena.Path, StringComparison.Ordinal);
        await lena.Send("sign-in", ("Address", People.NewAddress()));
        await lena.Open(lena.LinkShown());
        await lena.Send("open", ("Name", "Lena"));

        Assert.Equal($"/c/{slug}", lena.Path);
        Assert.Contains("Members: 2", lena.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invite_alone_makes_nobody_a_member()
    {
        var slug = await Community(await weave.NewMember("Founder"));
        var (omar, _) = await weave.SignedIn("Omar");

        await omar.Open($"/join/{slug}");

        Assert.Equal($"/join/{slug}", omar.Path);
        Assert.Contains("Members: 1", omar.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invite_has_a_QR_code()
    {
        var slug = await Community(await weave.NewMember("Founder"));
        using var anybody = new Visitor(weave.Url);

        await anybody.Open($"/join/{slug}/qr.svg");
        Assert.StartsWith("<svg", anybody.Html, StringComparison.Ordinal);

        await anybody.Open("/join/a..b/qr.svg");
        Assert.Equal(HttpStatusCode.NotFound, anybody.Status);
    }

    [Theory]
    [InlineData("Accept", MembershipStatus.Member)]
    [InlineData("Decline", MembershipStatus.None)]
    public async Task An_organizer_decides_who_gets_in(string button, MembershipStatus expected)
    {
        var (anna, annaId) = await weave.SignedIn("Anna");
        var slug = await Community(annaId, Admission.ByApproval);
        var (omar, omarId) = await weave.SignedIn("Omar Haddad");
        await (await omar.Open($"/c/{slug}")).Send("join");
        Assert.Contains("An organizer decides", omar.Text, StringComparison.Ordinal);
        var id = omarId;

        await anna.Open($"/c/{slug}/organize");
        Assert.Contains("Omar Haddad", anna.Text, StringComparison.Ordinal);
        await anna.Send("roster", ($"Form.{button}", id.ToString("N")));

        Assert.Equal(expected, await weave.Grains.GetGrain<ICommunityGrain>(slug).Status(id));
    }

    [Fact]
    public async Task An_organizer_appoints_another_one_and_steps_down()
    {
        var (anna, annaId) = await weave.SignedIn("Anna");
        var me = annaId;
        var slug = await Community(me);
        var omar = await weave.NewMember("Omar");
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(omar);

        await (await anna.Open($"/c/{slug}/organize")).Send("roster", ("Form.Appoint", omar.ToString("N")));
        await anna.Send("roster", ("Form.StepDown", me.ToString("N")));

        Assert.Equal(MembershipStatus.Organizer, await weave.Grains.GetGrain<ICommunityGrain>(slug).Status(omar));
        Assert.Equal(MembershipStatus.Member, await weave.Grains.GetGrain<ICommunityGrain>(slug).Status(me));
    }

    [Fact]
    public async Task The_last_organizer_cannot_step_down()
    {
        var (anna, annaId) = await weave.SignedIn("Anna");
        var me = annaId;
        var slug = await Community(me);

        await (await anna.Open($"/c/{slug}/organize")).Send("roster", ("Form.StepDown", me.ToString("N")));

        Assert.Contains("last organizer", anna.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/settings")]
    public async Task Only_organizers_organize(string page)
    {
        var slug = await Community(await weave.NewMember("Founder"));
        var (omar, omarId) = await weave.SignedIn("Omar");
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(omarId);
        using var stranger = new Visitor(weave.Url);

        await omar.Open($"/c/{slug}/organize{page}");
        await stranger.Open($"/c/{slug}/organize{page}");

        Assert.Equal(HttpStatusCode.Forbidden, omar.Status);
        Assert.Contains("Only organizers", omar.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", stranger.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_changed_and_an_emptied_field_stays_empty()
    {
        var (anna, annaId) = await weave.SignedIn("Anna");
        var slug = await Community(annaId);

        await anna.Open($"/c/{slug}/organize/settings");
        await anna.Send("settings", ("Form.Name", "Renamed"), ("Form.Purpose", ""), ("Form.Area", "HR"), ("Form.Language", "ru"),
            ("Form.TimeZone", "Europe/Berlin"), ("Form.Admission", "ByApproval"));

        var settings = (await weave.Grains.GetGrain<ICommunityGrain>(slug).Get(null)).Settings;
        Assert.Equal(
            new CommunitySettings { Name = "Renamed", Area = "HR", Language = "ru", TimeZone = "Europe/Berlin", Admission = Admission.ByApproval, OddOne = settings.OddOne }, settings);
    }

    [Theory]
    [InlineData("/c/nothing-here")]
    [InlineData("/join/nothing-here")]
    [InlineData("/c/Not%20a%20slug")]
    public async Task An_unknown_community_is_not_found(string path)
    {
        using var anybody = new Visitor(weave.Url);

        await anybody.Open(path);

        Assert.Equal(HttpStatusCode.NotFound, anybody.Status);
        Assert.Contains("Nothing here", anybody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_finds_by_words_and_says_when_there_is_nothing()
    {
        var slug = await Community(await weave.NewMember("Founder"), name: "Ёжики & <b>друзья</b>");
        using var anybody = new Visitor(weave.Url);

        await anybody.Open("/communities?search=" + Uri.EscapeDataString("ежики"));
        Assert.Contains($"/c/{slug}", anybody.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>друзья", anybody.Html, StringComparison.Ordinal);

        await anybody.Open("/communities?search=%25%25zzz");
        Assert.Contains("Nothing found", anybody.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string name, string slug, string purpose = "") =>
    [
        ("Form.Name", name), ("Form.Slug", slug), ("Form.Purpose", purpose), ("Form.Area", ""), ("Form.Language", "en"),
        ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"),
    ];

    private async Task<string> Community(Guid founder, Admission admission = Admission.Open, string name = "Founders")
    {
        var slug = $"founders-{Interlocked.Increment(ref _count)}";
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Found(new() { Name = name, Admission = admission }, founder);
        return slug;
    }
}
