using System.Net;
using Xunit;

namespace Weave.Members;

public sealed class ProfileTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task A_profile_is_changed_as_a_whole_and_emptied_fields_stay_empty()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;
        await (await anna.Open("/me")).Send("profile", Fields("Anna Ivanova", headline: "CFO", links: "example.org\nhttps://example.com/anna"));
        Assert.Contains("Saved.", anna.Text, StringComparison.Ordinal);

        await anna.Send("profile", Fields("Anna Ivanova", headline: "", links: "example.org"));

        var profile = (await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Profile;
        Assert.Equal("Anna Ivanova", profile.Name);
        Assert.Equal("", profile.Headline);
        Assert.Equal("https://example.org/", Assert.Single(profile.Links));
        Assert.Equal(MeetingPreference.InPerson, profile.Meets);
        Assert.Equal("Europe/Berlin", profile.TimeZone);
    }

    [Theory]
    [InlineData("", "", "Name")]
    [InlineData("Anna", "javascript:alert(1)", "Links")]
    public async Task A_refused_change_is_said_at_the_field_and_loses_nothing_typed(string name, string links, string field)
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        await (await anna.Open("/me")).Send("profile", Fields(name, headline: "What I typed", links: links));

        Assert.Contains($"id=\"{field}-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("What I typed", anna.Html, StringComparison.Ordinal);
        Assert.Equal("", (await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Profile.Headline);
    }

    [Fact]
    public async Task A_headline_that_is_too_long_is_refused_and_stays()
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;
        var headline = new string('x', ProfileLimits.Headline + 1);

        await (await anna.Open("/me")).Send("profile", Fields("Anna", headline));

        Assert.Contains("id=\"Headline-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains(headline, anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_card_and_what_is_shared_are_kept_together()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        await (await anna.Open("/me/settings")).Send("card", ("Form.Email", "anna@example.org"), ("Form.Phone", "+49 30 1234567"),
            ("Form.Telegram", "@anna_i"), ("Form.Links", ""), ("Form.Shares", "Email"), ("Form.Shares", "Telegram"));

        var me = await weave.Grains.GetGrain<IMemberGrain>(id).Get();
        Assert.Equal("anna_i", me.Card.Telegram);
        Assert.Equal(ContactFields.Email | ContactFields.Telegram, me.Settings.Shares);
    }

    [Fact]
    public async Task A_phone_number_that_is_none_is_refused_at_its_field_and_stays()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var _ = anna;

        await (await anna.Open("/me/settings")).Send("card", ("Form.Email", ""), ("Form.Phone", "call me"), ("Form.Telegram", ""), ("Form.Links", ""));

        Assert.Contains("id=\"Phone-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"call me\"", anna.Html, StringComparison.Ordinal);
        Assert.Equal(ContactFields.All, (await weave.Grains.GetGrain<IMemberGrain>(id).Get()).Settings.Shares);
    }

    [Fact]
    public async Task The_language_chosen_is_spoken_at_once()
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;

        await (await anna.Open("/me/settings")).Send("speak", ("Language", "ru"));

        Assert.Contains("Настройки", anna.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/communities", "/communities")]
    [InlineData("https://evil.example/", "/")]
    public async Task Who_was_on_their_way_elsewhere_goes_there_when_they_have_saved(string wanted, string led)
    {
        var (anna, _) = await weave.SignedIn("Anna");
        using var __ = anna;
        await anna.Open($"/me?ReturnUrl={Uri.EscapeDataString(wanted)}");

        await anna.Send("profile", Fields("Anna", headline: "CFO"));

        Assert.Equal(led, anna.Path);
    }

    [Fact]
    public async Task Who_never_named_a_zone_reads_times_in_that_of_their_browser()
    {
        var (anna, id) = await weave.SignedIn("Anna");
        using var __ = anna;
        var setup = await new RoomSetup(weave.Grains).Open(RoomSetup.Address("olga"), new() { Title = "Breakfast", StartsAt = weave.Clock.GetUtcNow().AddDays(1) });
        anna.Cookies.Add(weave.Url, new Cookie("tz", "Asia/Tokyo"));

        Assert.Contains("6:00", (await anna.Open(setup.Path)).Text, StringComparison.Ordinal);
        await weave.Grains.GetGrain<IMemberGrain>(id).Change(new ProfileChange { TimeZone = "Asia/Dubai" });
        Assert.Contains("1:00", (await anna.Open(setup.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_member_typed_is_shown_as_text_never_as_markup()
    {
        var (anna, _) = await weave.SignedIn("<script>alert(1)</script>");
        using var __ = anna;

        await anna.Open("/me/preview");

        Assert.DoesNotContain("<script>alert", anna.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", anna.Html, StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string name, string headline = "", string links = "") =>
    [
        ("Form.Name", name), ("Form.Headline", headline), ("Form.Company", ""), ("Form.About", ""), ("Form.LooksFor", ""), ("Form.Offers", ""),
        ("Form.MoreInterests", ""), ("Form.OtherLanguages", ""), ("Form.City", "Berlin"), ("Form.TimeZone", "Europe/Berlin"), ("Form.Meets", "InPerson"),
        ("Form.Links", links),
    ];
}
