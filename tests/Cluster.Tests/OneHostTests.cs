using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Weave;

/// <summary>One host on PostgreSQL does what one on SQLite does.</summary>
public sealed class OneHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_goes_on_where_it_was_after_its_host_was_killed()
    {
        await using var cluster = await WeaveCluster.Make();
        var host = await cluster.Host();
        await using var evening = await Evening.Open(host.Url, people: 2);
        await evening.Join(host.Url);
        await evening.Organizer.Hub.InvokeAsync("StartRound", evening.Step, Cancel);
        await evening.AllHear("roundStarted");
        await evening.Organizer.Hub.InvokeAsync("Say", "key", "Still here?", Cancel);
        var before = await evening.Snapshot(0);

        await host.Kill();
        await host.Start();
        await evening.Join(host.Url);

        var after = await evening.Snapshot(0);
        Assert.All(["tables", "deadline", "phase", "round", "step", "messages"], part => Assert.True(JsonNode.DeepEquals(before[part], after[part]), part));
        await evening.Organizer.Hub.InvokeAsync("EndRound", evening.Step, Cancel);
        await evening.AllHear("roundEnded");
    }

    [Fact]
    public async Task A_silo_that_others_could_not_reach_does_not_join_those_of_another_machine()
    {
        await using var cluster = await WeaveCluster.Make();
        await cluster.Silo();
        await cluster.Execute("UPDATE OrleansMembershipTable SET HostName = 'elsewhere'");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(cluster.Silo);

        Assert.Contains("Setting Clustering: Host has to be the address", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("on elsewhere", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=weave;Username=weave;Password=not-for-logs", "PostgreSQL at 127.0.0.1:1 cannot be used")]
    [InlineData("Database=weave;Password=not-for-logs", "ConnectionString has no Host")]
    [InlineData("Host=127.0.0.1;Password=abc;not-for-logs", "ConnectionString is none of PostgreSQL")]
    [InlineData("postgres://weave:not-for-logs@127.0.0.1/weave", "ConnectionString is none of PostgreSQL")]
    public async Task A_database_that_cannot_be_is_named_and_nothing_starts(string connectionString, string reason)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage__ConnectionString"] = connectionString };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => WeaveProcess.Start(settings));

        Assert.Contains($"Setting Storage: {reason}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-logs", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Weave.", refusal.Message, StringComparison.Ordinal);
    }
}
