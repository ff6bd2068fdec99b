using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Weave;

/// <summary>Somebody signed in, in a browser of their own.</summary>
public sealed class Person(string name, IBrowserContext browser, IPage page) : IAsyncDisposable
{
    /// <summary>What can be pressed, but whose middle belongs to another element once it is scrolled to.</summary>
    private const string Covered = """
        () => {
          const back = scrollY;
          const pressed = [...(document.querySelector("dialog:modal") ?? document).querySelectorAll("a[href], button, summary, input, select, textarea")]
            .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map((e) => {
              e.scrollIntoView({ block: "center", behavior: "instant" });
              const { left, top, width, height } = e.getClientRects()[0] ?? new DOMRect();
              const hit = document.elementFromPoint(left + width / 2, top + height / 2);
              // What says where to go next is over it for some seconds.
              if (hit?.closest("[data-going]")) return "";
              const apart = e.tabIndex < 0 || e.disabled || left + width <= 0 || top + height <= 0;
              return apart || e.contains(hit) || [...(e.labels ?? [])].some((l) => l.contains(hit)) ? "" : `${e.outerHTML} lies under ${hit?.outerHTML}`;
            })
            .filter((found) => found !== "");
          scrollTo({ top: back, behavior: "instant" });
          return pressed;
        }
        """;

    public string Name { get; } = name;

    public IBrowserContext Browser { get; } = browser;

    public IPage Page { get; } = page;

    /// <summary>Signs in by the link a server in Development shows; the browser gets the session.</summary>
    public static async Task<Person> SignIn(Chromium chromium, WeaveApp weave, string address, string name, ViewportSize? size = null, string locale = "en-GB")
    {
        using var visitor = new Visitor(weave.Url);
        return await Of(await visitor.SignIn(address, name), chromium, name, size, locale);
    }

    /// <summary>A browser with the session of somebody who has signed in.</summary>
    public static async Task<Person> Of(Visitor visitor, Chromium chromium, string name, ViewportSize? size = null, string locale = "en-GB")
    {
        var browser = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = visitor.Url.AbsoluteUri,
            ViewportSize = size ?? Screens.Narrow,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await browser.AddCookiesAsync(visitor.Cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
            HttpOnly = c.HttpOnly,
        }));
        return new Person(name, browser, await browser.NewPageAsync());
    }

    /// <summary>Nothing on the page that a program can recognise as a hurdle for people with disabilities, nor anything to press that lies under something else.</summary>
    public async Task FindNoHurdle()
    {
        var covered = await Page.EvaluateAsync<string[]>(Covered);
        Assert.True(covered.Length == 0, string.Join('\n', covered));
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v =>
            $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>Photographs the page, narrow and wide, light and dark, for people to look at.</summary>
    public async Task Photograph(string title)
    {
        var before = Page.ViewportSize ?? throw new InvalidOperationException("The page has no size.");
        foreach (var (size, width) in new[] { (Screens.Narrow, "narrow"), (Screens.Wide, "wide") })
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.SetViewportSizeAsync(size.Width, size.Height);
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await Page.EvaluateAsync("window.scrollTo(0, 0)");
                await Page.ScreenshotAsync(new() { Path = Screens.File($"{title}-{width}-{scheme}".ToLowerInvariant()), FullPage = true });
            }

        await Page.SetViewportSizeAsync(before.Width, before.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
    }

    /// <summary>Lets a phase begin or end by the button of that name, at once.</summary>
    public async Task MoveOn(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await AtOnce();
    }

    /// <summary>What is counted down to shall be at once; on a slow machine it may be there before that can be pressed.</summary>
    public async Task AtOnce()
    {
        await Page.Locator("[data-do=now]").WaitForAsync();
        await Page.WaitForFunctionAsync("""
            () => {
              const now = document.querySelector("[data-do=now]:not([hidden])");
              if (now && now.ariaDisabled !== "true") now.click();
              return now === null;
            }
            """);
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}
