using Microsoft.Playwright;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Pages;

/// <summary>A browser, a host, and an organizer with a community in which somebody waits.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public WeaveApp Weave { get; } = new();

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The organizer's cookies, for new browser contexts.</summary>
    public string Session { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Weave.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        await SignIn();
        var founder = await Member("anna@example.org");
        await Found("founders", founder, Admission.ByApproval);
        await Found("others", await Member("lena@example.org"), Admission.Open);
        await Weave.Grains.GetGrain<ICommunityGrain>("founders").Join(await Member("omar@example.org"));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
        await Weave.DisposeAsync();
    }

    private async Task SignIn()
    {
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Weave.Url.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?ReturnUrl=/me");
        await page.FillAsync("#address", "anna@example.org");
        await page.ClickAsync("main button");
        await page.ClickAsync("#sign-in-link");
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/me");
        Session = await context.StorageStateAsync();
    }

    private Task<Guid> Member(string address) =>
        Weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).FindOrCreate(new NewMember { Name = "Omar Haddad" });

    private Task Found(string slug, Guid founder, Admission admission) => Weave.Grains.GetGrain<ICommunityGrain>(slug).Found(
        new() { Name = "Founders and CFOs", Purpose = "Help each other through the next round.", Area = "Finance", Admission = admission }, founder);
}
