using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Weave.Notifications;
using Xunit;

namespace Weave.Telegram;

/// <summary>Several hosts, one of which fetches updates.</summary>
public sealed class PollerTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task The_task_is_held_by_one_until_it_is_given_away_or_time_runs_out()
    {
        var poller = weave.Grains.GetGrain<IPollerGrain>(7);

        Assert.True(await poller.Hold("a", TimeSpan.FromMinutes(1)));
        Assert.False(await poller.Hold("b", TimeSpan.FromMinutes(1)));
        Assert.True(await poller.Hold("a", TimeSpan.FromMinutes(1)));
        await poller.Release("b");
        Assert.False(await poller.Hold("b", TimeSpan.FromMinutes(1)));
        await poller.Release("a");
        Assert.True(await poller.Hold("b", TimeSpan.Zero));
        Assert.True(await poller.Hold("a", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Two_hosts_never_fetch_at_the_same_time_and_the_second_takes_over_when_the_first_stops()
    {
        await using var own = new BotApp();
        await own.InitializeAsync();
        var anna = own.Telegram.User(951, "Anna");
        await anna.Says("/start");
        // A second web host of the cluster, as far as the bot is concerned.
        using var second = ActivatorUtilities.CreateInstance<BotHost>(own.Services, new HostName(() => "second"));
        await second.StartAsync(TestContext.Current.CancellationToken);
        await anna.Says("/help");

        var first = own.Services.GetServices<IHostedService>().OfType<BotHost>().Single();
        await first.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains("/communities", (await anna.Says("/help")).Text, StringComparison.Ordinal);

        Assert.DoesNotContain(own.Telegram.Calls, call => call.Status == 409);
        await second.StopAsync(TestContext.Current.CancellationToken);
    }
}
