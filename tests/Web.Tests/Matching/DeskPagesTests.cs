using System.Net;
using System.Text.RegularExpressions;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Matching;

/// <summary>What organizers see of a round in the browser, and do about it.</summary>
public sealed partial class DeskPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _slug = $"c-{Guid.CreateVersion7():N}";
    private Guid _founder;

    private string Rounds => $"/c/{_slug}/organize/rounds";

    private IRoundDeskGrain Desk => weave.Grains.GetGrain<IRoundDeskGrain>($"{_slug}/1");

    [Fact]
    public async Task An_organizer_looks_at_the_pairing_swaps_two_people_and_sends_it()
    {
        using var anna = await Founder();
        var people = await Open(["Omar", "Lena", "Igor"]);

        await anna.Open(Rounds);
        Assert.Contains("Taking part", anna.Text, StringComparison.Ordinal);
        await anna.Send("pair", ("What", "prepare"));
        Assert.EndsWith("/1/pairing", anna.Path, StringComparison.Ordinal);
        Assert.Contains("Nobody has been told yet.", anna.Text, StringComparison.Ordinal);
        Assert.All(["Anna", "Omar", "Lena", "Igor"], name => Assert.Contains(name, anna.Text, StringComparison.Ordinal));

        var draft = (await Desk.Draft(0, 10, _founder)).Items;
        await anna.Open(WebUtility.HtmlDecode(SwapLink().Matches(anna.Html).Single(link => link.Value.Contains($"{draft[0].Members[0]:N}", StringComparison.Ordinal)).Groups[1].Value));
        Assert.Contains("Who changes places with", anna.Text, StringComparison.Ordinal);
        await anna.Send("swap", ("Other", $"{draft[1].Members[0]}"));
        Assert.Contains("The two have changed places.", WebUtility.HtmlDecode(anna.Html), StringComparison.Ordinal);
        var changed = (await Desk.Draft(0, 10, _founder)).Items;
        Assert.Contains(changed, match => match.Members.Contains(draft[1].Members[0]) && match.Members.Contains(draft[0].Members[1]));

        await anna.Send("send", ("What", "send"));
        Assert.Null((await Desk.Look(_founder)).SendsAt);
        await anna.Open($"{Rounds}/1/pairing");
        Assert.Contains("no pairing that waits", anna.Text, StringComparison.Ordinal);
        Assert.Equal(3, people.Count);
    }

    [Fact]
    public async Task Two_who_stand_on_different_pages_of_a_pairing_change_places()
    {
        using var anna = await Founder();
        await Open([.. Enumerable.Range(1, 101).Select(i => $"Guest{i}")]);
        await anna.Open(Rounds);
        await anna.Send("pair", ("What", "prepare"));
        var first = (await Desk.Draft(0, 1, _founder)).Items.Single();
        var last = (await Desk.Draft(50, 1, _founder)).Items.Single();

        await anna.Open($"{Rounds}/1/pairing?swap={first.Members[0]:N}");
        await anna.Open(WebUtility.HtmlDecode(NextLink().Match(anna.Html).Groups[1].Value));
        Assert.Contains("Who changes places with", anna.Text, StringComparison.Ordinal);
        await anna.Send("swap", ("Other", $"{last.Members[0]}"));

        Assert.Contains("The two have changed places.", WebUtility.HtmlDecode(anna.Html), StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", anna.Text, StringComparison.Ordinal);
        var changed = (await Desk.Draft(0, 100, _founder)).Items;
        Assert.Contains(changed, match => match.Members.ToHashSet().SetEquals([last.Members[0], first.Members[1]]));
        Assert.Contains(changed, match => match.Members.ToHashSet().SetEquals([first.Members[0], last.Members[1]]));
    }

    [Fact]
    public async Task People_are_seen_by_how_they_stand_and_put_in_or_taken_out()
    {
        using var anna = await Founder();
        var people = await Open(["Omar"]);
        await weave.Grains.GetGrain<IMatchRoundGrain>($"{_slug}/1").Answer(people[0], RoundAnswer.Out);

        await anna.Open($"{Rounds}/1/people?group=Out");
        Assert.Contains("Omar", anna.Text, StringComparison.Ordinal);
        await anna.Send("place", ("In", $"{people[0]}"));
        Assert.Contains("Done. They are told.", WebUtility.HtmlDecode(anna.Html), StringComparison.Ordinal);
        Assert.Equal(2, (await Desk.Look(_founder)).In);
        await anna.Open($"{Rounds}/1/people");
        await anna.Send("place", ("Out", $"{people[0]}"));
        Assert.Equal((1, 1), ((await Desk.Look(_founder)).In, (await Desk.Look(_founder)).Out));
    }

    [Fact]
    public async Task The_deadline_is_moved_and_a_wrong_one_refused_at_its_field()
    {
        using var anna = await Founder();
        await Open([]);

        await anna.Open(Rounds);
        await anna.Send("extend", ("Date", "2040-03-01"), ("Clock", "10:00"));
        Assert.Contains("id=\"Deadline-error\"", anna.Html, StringComparison.Ordinal);
        await anna.Send("extend", ("Date", "2040-03-09"), ("Clock", "10:00"));
        Assert.Equal(new DateTimeOffset(2040, 3, 9, 9, 0, 0, TimeSpan.Zero), (await Desk.Look(_founder)).Deadline);
    }

    [Fact]
    public async Task Rhythm_and_rules_are_set_and_other_settings_stay()
    {
        using var anna = await Founder();
        await anna.Open($"{Rounds}/schedule");
        await anna.Send("schedule", Schedule("2", "2040-03-12"));

        Assert.Contains("A round begins every 2 weeks by itself.", anna.Text, StringComparison.Ordinal);
        var community = await weave.Grains.GetGrain<ICommunityGrain>(_slug).Get(null);
        Assert.Equal(new DateTimeOffset(2040, 3, 13, 17, 0, 0, TimeSpan.Zero), community.NextRound?.Opens);
        Assert.Equal([OddOne.Host, OddOne.Trio], community.Settings.OddOne);
        Assert.Equal((3, "Founders"), (community.Settings.GroupSize, community.Settings.Name));

        // The other form of settings keeps them.
        await anna.Open($"/c/{_slug}/organize/settings");
        await anna.Send("settings", ("Form.Name", "Founders 2"), ("Form.Language", "en"), ("Form.TimeZone", "Europe/Berlin"), ("Form.Admission", "Open"));
        community = await weave.Grains.GetGrain<ICommunityGrain>(_slug).Get(null);
        Assert.Equal(("Founders 2", 3, 2), (community.Settings.Name, community.Settings.GroupSize, community.Settings.Schedule?.EveryWeeks));

        await anna.Open($"{Rounds}/schedule");
        await anna.Send("schedule", Schedule("1", "soon"));
        Assert.Contains("id=\"From-error\"", anna.Html, StringComparison.Ordinal);
        await anna.Open($"{Rounds}/schedule");
        await anna.Send("schedule", Schedule("0", "2040-03-12"));
        Assert.Contains("Rounds begin when an organizer opens one.", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_do_not_look_behind_the_desk_and_Russian_speakers_read_Russian()
    {
        using var anna = await Founder();
        await Open([]);
        var (eve, id) = await weave.SignedIn("Eve");
        using var _2 = eve;
        await weave.Grains.GetGrain<ICommunityGrain>(_slug).Join(id);
        foreach (var path in new[] { "/1/people", "/1/pairing", "/schedule" })
            Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open(Rounds + path)).Status);

        anna.Cookies.Add(weave.Url, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));
        await anna.Open($"{Rounds}/schedule");
        Assert.Contains("Раунды могут начинаться сами", anna.Text, StringComparison.Ordinal);
        await anna.Open(Rounds);
        Assert.Contains("Посмотреть пары", anna.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Schedule(string every, string from) =>
    [
        ("Form.EveryWeeks", every), ("Form.Day", "Tuesday"), ("Form.Hour", "18"), ("Form.DaysToAnswer", "2"), ("Form.From", from), ("Form.Odd", "HostTrio"), ("Form.GroupSize", "3"),
    ];

    private async Task<Visitor> Founder()
    {
        var (visitor, id) = await weave.SignedIn("Anna");
        await weave.Grains.GetGrain<ICommunityGrain>(_slug).Found(new CommunitySettings { Name = "Founders", TimeZone = "Europe/Berlin" }, _founder = id);
        return visitor;
    }

    /// <summary>A round in which the founder and these are in.</summary>
    private async Task<IReadOnlyList<Guid>> Open(string[] names)
    {
        var community = weave.Grains.GetGrain<ICommunityGrain>(_slug);
        List<Guid> people = [];
        foreach (var name in names)
        {
            people.Add(await weave.NewMember(name));
            await community.Join(people[^1]);
        }
        var id = await community.OpenMatchRound(new(weave.Clock.GetUtcNow().AddDays(2)), _founder);
        foreach (var person in people.Prepend(_founder))
            await weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString()).Answer(person, RoundAnswer.In);
        return people;
    }

    [GeneratedRegex("href=\"([^\"]*swap=[^\"]*)\"")]
    private static partial Regex SwapLink();

    [GeneratedRegex("href=\"([^\"]*)\" rel=\"next\"")]
    private static partial Regex NextLink();
}
