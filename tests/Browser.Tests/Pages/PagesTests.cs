using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Weave.Matching;
using Xunit;

namespace Weave.Pages;

/// <summary>Every kind of page but the live room, narrow and light, wide and dark: usable by everybody, within the window, and not heavy.</summary>
public sealed class PagesTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const long MaxBytes = 150_000;

    /// <summary>The element with the focus, when the bar with the places lies over the middle of it.</summary>
    private const string Covered = """
        () => {
          const element = document.activeElement, box = element.getBoundingClientRect(), places = document.querySelector('.places');
          return !places.contains(element) && (box.top + box.bottom) / 2 > places.getBoundingClientRect().top ? element.outerHTML : null;
        }
        """;

    public static TheoryData<string, bool> Paths { get; } = new(
        from path in new[]
        {
            "/", "/communities", "/communities?search=nothing", "/c/founders", "/c/others", "/join/founders", "/join/others", "/sign-in", "/sign-in/telegram",
        }
        from signedIn in new[] { false, true }
        where !(signedIn && path == "/sign-in")
        select (path, signedIn));

    public static TheoryData<string, bool> OwnPaths { get; } = new(
        new[]
        {
            "/communities/new", "/communities/new?name=Finance", "/c/founders/organize", "/c/founders/organize/settings", "/me", "/me/preview",
            "/me/settings", "/welcome/headline", "/welcome/interests", "/welcome/city", "/welcome/languages", "/welcome/meets", "/welcome/picture",
            "/welcome/done", "/admin", "/c/nothing-here", "/matches", "/matches/pairs/1/1", "/rounds/asking/1", "/c/asking", "/c/pairs/organize/rounds",
            "/c/asking/organize/rounds", "/c/asking/organize/rounds/schedule", "/c/asking/organize/rounds/1/people?group=NoAnswer",
            "/c/looking/organize/rounds", "/c/looking/organize/rounds/1/pairing", "/c/looking/taking-part", "/c/looking", "/c/pairs/organize/rooms", "/rooms", "/contacts", "/me/telegram",
            "/me/forget", "/telegram/app",
        }.Select(path => (path, true)));

    [Theory]
    [MemberData(nameof(Paths))]
    [MemberData(nameof(OwnPaths))]
    public async Task A_page_is_usable_by_everybody(string path, bool signedIn)
    {
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await using var context = await Open(width, scheme, signedIn);
            var page = await context.NewPageAsync();
            await page.GotoAsync(path);

            var found = (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join("; ", v.Nodes.Select(n => n.Html))}");

            Assert.Empty(found);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/me")]
    [InlineData("/communities/new?name=Finance")]
    public async Task A_page_weighs_little(string path)
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        var page = await context.NewPageAsync();
        List<IResponse> answers = [];
        page.Response += (_, answer) => answers.Add(answer);

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var weight = 0L;
        foreach (var answer in answers)
            weight += (await answer.Request.SizesAsync()).ResponseBodySize;
        Assert.InRange(weight, 1, MaxBytes);
    }

    [Fact]
    public async Task The_invite_link_is_copied_with_one_tap()
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/c/founders");

        await page.ClickAsync("button[data-copy]");

        await page.GetByText("Copied").WaitForAsync();
        Assert.EndsWith("/join/founders", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_is_answered_on_the_start_page_and_a_match_reported_on_the_list()
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/");
        await page.ClickAsync("form[action='/rounds/asking/1'] button[value=In]");
        await page.WaitForURLAsync("**/");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("You are in.");

        await page.GotoAsync("/c/asking");
        await page.ClickAsync("form[action='/rounds/asking/1'] button[value=Out]");
        await page.WaitForURLAsync("**/c/asking");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("You sit this one out.");

        await page.GotoAsync("/matches");
        await page.ClickAsync("form[action='/matches/pairs/1/1'] button[value=Met]");
        await page.WaitForURLAsync("**/matches");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("You said that you met.");
    }

    [Fact]
    public async Task An_organizer_who_looks_on_sees_answers_come_in()
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        var round = pages.Weave.Grains.GetGrain<IMatchRoundGrain>("watched/1");
        await round.Answer(pages.Anna, RoundAnswer.Out);
        var desk = await context.NewPageAsync();
        await desk.Clock.InstallAsync();
        await desk.GotoAsync("/c/watched/organize/rounds");
        var yes = desk.Locator(".figures > div", new() { Has = desk.Locator("a[href$='group=In']") });
        await Assertions.Expect(yes).ToContainTextAsync("0");

        await round.Answer(pages.Anna, RoundAnswer.In);
        await desk.Clock.FastForwardAsync(10_000);

        await Assertions.Expect(yes).ToContainTextAsync("1");
    }

    [Fact]
    public async Task What_gets_the_focus_is_not_under_the_places_at_the_bottom()
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/me");

        var covered = new List<string>();
        for (var press = 0; press < 40; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Covered) is { } element)
                covered.Add(element);
        }

        Assert.Empty(covered);
    }

    [Fact]
    public async Task Interests_are_chosen_by_keyboard()
    {
        await using var context = await Open(360, ColorScheme.Light, signedIn: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/welcome/interests");

        await page.FocusAsync(".chips input >> nth=0");
        await page.Keyboard.PressAsync("Space");

        Assert.True(await page.IsCheckedAsync(".chips input >> nth=0"));
    }

    private Task<IBrowserContext> Open(int width, ColorScheme scheme, bool signedIn) => pages.Browser.NewContextAsync(new()
    {
        BaseURL = pages.Weave.Url.ToString(),
        ViewportSize = new() { Width = width, Height = 740 },
        ColorScheme = scheme,
        StorageState = signedIn ? pages.Session : null,
    });
}
