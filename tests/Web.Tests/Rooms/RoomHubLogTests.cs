using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Weave.Rooms;

/// <summary>What whoever runs the server reads of the calls of browsers in a room: faults, and not what people are refused.</summary>
public sealed class RoomHubLogTests(RoomHubLogTests.LoggedApp weave) : IClassFixture<RoomHubLogTests.LoggedApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_is_logged_once_and_a_refusal_is_an_answer()
    {
        var address = RoomSetup.Address("anna");
        var setup = await new RoomSetup(weave.Grains).Open(address);
        using var anna = new Visitor(weave.Url);
        await using var client = RoomClient.For(weave.Url, await anna.SignIn(address, "Anna"));
        await client.Join(setup.Room);

        Assert.Equal("notFound", (await client.Refusal("Vote", 1, true)).Reason);
        Assert.DoesNotContain(weave.Log, line => line.Contains("NotFound", StringComparison.Ordinal));

        await using (var db = await weave.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(Cancel))
            await db.ExecuteAsync("DROP TABLE RoomQuestion");
        var told = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Vote", 1, true, Cancel));

        Assert.DoesNotContain("RoomQuestion", told.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{typeof(RoomHubFilter).FullName}: Vote", Assert.Single(weave.Log, line => line.Contains("no such table", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    public sealed class LoggedApp : WeaveApp
    {
        private readonly LogLines _log = new();

        public IReadOnlyCollection<string> Log => _log.All;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.AddProvider(_log));
        }
    }
}
