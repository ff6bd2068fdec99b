using System.Diagnostics;
using Weave.Telegram;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave;

/// <summary>Two web hosts with a bot that fetches its updates.</summary>
public sealed class BotAcrossHostsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_host_fetches_updates_and_when_it_is_killed_in_the_middle_of_a_match_round_the_other_goes_on()
    {
        await using var telegram = await BotApi.Start(new() { Limits = null });
        await using var cluster = await WeaveCluster.Make(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Telegram__BaseUrl"] = telegram.Url,
            ["Telegram__Token"] = telegram.Token,
            ["Outbox__Telegram__RecipientRest"] = "00:00:00",
        });
        var doomed = await cluster.Host();
        using var organizer = await new Visitor(doomed.Url).SignIn("rita@example.org", "Rita");
        await organizer.Open("/communities/new?name=Founders");
        await organizer.Send("create", ("Form.Name", "Founders"), ("Form.Slug", "founders"), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        var (anna, boris) = (telegram.User(701, "Anna", "anna"), telegram.User(702, "Boris", "boris"));
        await anna.Joins("founders");
        await boris.Joins("founders");
        var host = await cluster.Host();

        await organizer.Open("/c/founders/organize/rounds");
        await organizer.Send("open", ("Date", $"{DateTime.UtcNow.AddDays(2):yyyy-MM-dd}"), ("Clock", "12:00"));
        var invitation = await boris.Reads();
        await anna.Taps(await anna.Reads(), "Yes");
        // Deliveries are reported in order, and nobody gets a second message before their first is: after this all to Anna and Boris are, and none comes again.
        var chen = telegram.User(703, "Chen");
        await chen.Says("/start");
        await chen.Says("/start");
        await doomed.Kill();
        var clock = Stopwatch.StartNew();
        var pressed = boris.Press(invitation, "Yes", TestContext.Current.CancellationToken);
        var answered = await boris.Next(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
        output.WriteLine($"The other host answers in the chat after {clock.Elapsed.TotalSeconds:F1} s.");
        Assert.Contains("You are in", answered.Text, StringComparison.Ordinal);
        await pressed.WaitAsync(Patience, TestContext.Current.CancellationToken);

        using var elsewhere = new Visitor(host.Url);
        elsewhere.Cookies.Add(organizer.Cookies.GetAllCookies());
        await elsewhere.Open("/c/founders/organize/rounds");
        await elsewhere.Send("pair", ("What", "pair"));
        Assert.Contains("Write to Boris", (await anna.Reads()).Buttons.Select(button => button.Text));
        Assert.Contains("Write to Anna", (await boris.Reads()).Buttons.Select(button => button.Text));
        Assert.DoesNotContain(telegram.Calls, call => call.Status == 409);
    }
}
