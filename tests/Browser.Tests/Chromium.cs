using Microsoft.Playwright;
using Weave;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Weave;

/// <summary>One browser for all tests; each person has a context, and with it cookies, of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The same engine without a window to draw is three times as fast to open a page.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not running.");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programs.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        Assertions.SetDefaultExpectTimeout(20_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
