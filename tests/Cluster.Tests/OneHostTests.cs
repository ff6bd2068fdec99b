using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Rooms;
using Xunit;

namespace Weave;

/// <summary>One host on PostgreSQL does what one on SQLite does.</summary>
public sealed class OneHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_goes_on_where_it_was_after_its_host_was_killed()
    {
        await using var cluster = await WeaveCluster.On();
        var host = await cluster.Host();
        await using var evening = await Evening.Open([host.Url, host.Url]);
        await evening.Join();
        await evening.Organizer.Hub.InvokeAsync("StartRound", evening.Step, Cancel);
        foreach (var person in evening.People)
            await person.Next("roundStarted");
        await evening.Organizer.Hub.InvokeAsync("Say", "key", "Still here?", Cancel);
        var before = await evening.Snapshot(0);

        await host.Kill();
        await host.Start();
        await evening.Join();

        var after = await evening.Snapshot(0);
        Assert.All(["tables", "deadline", "phase", "round", "step", "messages"], part => Assert.True(JsonNode.DeepEquals(before[part], after[part]), part));
        await evening.Organizer.Hub.InvokeAsync("EndRound", evening.Step, Cancel);
        foreach (var person in evening.People)
            await person.Next("roundEnded");
    }
}
