using System.Net;
using Xunit;

namespace Weave.Telegram;

/// <summary>The bot in a process that is killed, and in one that has the wrong token.</summary>
public sealed class BotProcessTests
{
    [Fact]
    public async Task Killed_in_the_middle_of_the_questions_it_goes_on_where_it_was()
    {
        await using var telegram = await Emulator.BotApi.Start(new() { Limits = null });
        await using var weave = await WeaveProcess.Start(Settings(telegram.Url, telegram.Token));
        var anna = telegram.User(401, "Anna");
        await anna.Taps(await anna.Says("/start"), "Join as Anna");
        await anna.Says("CFO at Nordlicht");
        var interests = await anna.Says("chess");
        // Deliveries are reported in order, and nobody gets a second message before their first is: after this all of Anna's are.
        var boris = telegram.User(402, "Boris");
        await boris.Says("/start");
        await boris.Says("/start");

        await weave.Kill();
        anna.Send("sailing");
        await weave.Start();

        var after = await anna.Reads();
        Assert.Contains(after.Buttons, button => button.Text == "sailing ✓");
        Assert.Contains(after.Buttons, button => button.Text == "chess ✓");
        Assert.Contains("What would help you now?", (await anna.Taps(after, "Done")).Text, StringComparison.Ordinal);
        Assert.Contains("CFO at Nordlicht", (await anna.Says("/me")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("emulator-token", weave.Output(), StringComparison.Ordinal);
        Assert.NotEqual(after.Id, interests.Id);
    }

    [Fact]
    public async Task A_wrong_token_is_one_line_in_the_log_and_the_pages_work()
    {
        await using var telegram = await Emulator.BotApi.Start();
        await using var weave = await WeaveProcess.Start(Settings(telegram.Url, "1234567:not-this-one"));

        await weave.Said("Telegram does not accept the token");

        using var client = new HttpClient { BaseAddress = weave.Url };
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("not-this-one", weave.Output(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_without_an_address_is_refused_at_the_start()
    {
        var settings = Settings("http://127.0.0.1:9", "1234567:some-token");
        settings["Telegram__Mode"] = "Webhook";

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => WeaveProcess.Start(settings));

        Assert.Contains("Mode Webhook needs Site:Url", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("some-token", refusal.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string url, string token) => new(StringComparer.Ordinal)
    {
        ["Telegram__BaseUrl"] = url,
        ["Telegram__Token"] = token,
        ["Outbox__Telegram__RecipientRest"] = "00:00:00",
        ["Logging__LogLevel__System.Net.Http"] = "Trace",
    };
}
