using System.Net;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weave.Telegram;

/// <summary>Pages opened inside Telegram, signed in by what Telegram signs.</summary>
public sealed class MiniAppTests(BotApp weave) : IClassFixture<BotApp>
{
    private const string Token = "1234567:emulator-token";
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_button_of_the_bot_opens_the_pages_signed_in()
    {
        var anna = weave.Telegram.User(901, "Anna");
        await anna.Joins();
        var menu = await anna.Says("/start");

        var address = new Uri(anna.Opens(menu, "Open Weave"));
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = weave.Url };
        using var page = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Contains("frame-ancestors https://web.telegram.org", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("dist/telegram", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // What the script of the page does.
        var signed = HttpUtility.ParseQueryString(address.Fragment[1..])["tgWebAppData"]!;
        using var opened = await Post(browser, signed, "/me/settings", weave.Url.GetLeftPart(UriPartial.Authority));
        Assert.Equal("/me/settings", opened.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("/sign-out", await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", opened.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_somebody_elses_page_signs_nobody_in()
    {
        var boris = weave.Telegram.User(902, "Boris");
        await boris.Joins();
        using var browser = new HttpClient { BaseAddress = weave.Url };

        using var foreign = await Post(browser, boris.InitData, "/", "https://evil.example");
        using var unknown = await Post(browser, boris.InitData, "/", null);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (foreign.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task What_is_forged_leads_to_the_sign_in_page_in_words()
    {
        var clara = weave.Telegram.User(903, "Clara");
        await clara.Joins();
        using var browser = new HttpClient { BaseAddress = weave.Url };

        using var answer = await Post(browser, clara.InitData.Replace("Clara", "Clare", StringComparison.Ordinal), "/", weave.Url.GetLeftPart(UriPartial.Authority));

        Assert.Equal("/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public void It_is_good_for_an_hour(int age, bool good) =>
        Assert.Equal(good, InitData.Verify(Signed(Token, Now.AddMinutes(-age)), Token, Now) is { Id: 5, FirstName: "Анна & Co" });

    [Fact]
    public void Another_token_a_changed_field_a_missing_or_doubled_one_is_no_signature()
    {
        var signed = Signed(Token, Now);

        Assert.Null(InitData.Verify(signed, "1234567:another", Now));
        Assert.Null(InitData.Verify(signed.Replace("%22id%22%3A5", "%22id%22%3A6", StringComparison.Ordinal), Token, Now));
        Assert.Null(InitData.Verify($"{signed}&start_param=x", Token, Now));
        Assert.Null(InitData.Verify($"{signed}&hash=0", Token, Now));
        Assert.Null(InitData.Verify(signed[..signed.IndexOf("&hash=", StringComparison.Ordinal)], Token, Now));
        Assert.All(["", "hash=", "auth_date=1", null, "%", new string('x', 100_000)], text => Assert.Null(InitData.Verify(text, Token, Now)));
    }

    [Fact]
    public void Telegram_is_offered_pages_with_https_only()
    {
        var site = weave.Services.GetRequiredService<Shell.SiteAddress>();
        MiniApp For(string? server) => new(site, Microsoft.Extensions.Options.Options.Create(new TelegramOptions { BaseUrl = server is null ? null : new Uri(server) }));

        Assert.Null(For(null).Button("Open"));
        Assert.NotNull(For("http://127.0.0.1:9").Button("Open"));
    }

    private static string Signed(string token, DateTimeOffset when)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["query_id"] = "AAH",
            ["user"] = """{"id":5,"first_name":"Анна & Co","language_code":"ru"}""",
            ["auth_date"] = $"{when.ToUnixTimeSeconds()}",
            ["signature"] = "abc_-",
        };
        var check = string.Join('\n', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
        var key = System.Security.Cryptography.HMACSHA256.HashData("WebAppData"u8, System.Text.Encoding.UTF8.GetBytes(token));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(check)));
        return $"{string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}&hash={hash}";
    }

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string initData, string to, string? origin)
    {
        using var form = new FormUrlEncodedContent([new("initData", initData), new("to", to)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/app/open") { Content = form };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
