using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Weave.Rooms;

/// <summary>The server as a process, killed in each phase of a room.</summary>
public sealed class KilledServerTests : IAsyncLifetime
{
    private const int People = 4;
    private readonly List<Visitor> _visitors = [];
    private readonly List<RoomClient> _clients = [];
    private WeaveProcess _weave = default!;
    private Guid _room;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _weave = await WeaveProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["RateLimits__SignInsPerIp"] = "1000" });
        for (var i = 0; i < People; i++)
            _visitors.Add(await new Visitor(_weave.Url).SignIn($"person{i}@example.org", $"Person {i}"));
        _room = await RoomByPages.Open(_visitors);
    }

    public async ValueTask DisposeAsync()
    {
        await Disconnect();
        foreach (var visitor in _visitors)
            visitor.Dispose();
        await _weave.DisposeAsync();
    }

    [Fact]
    public async Task Restarted_it_goes_on_with_the_same_tables_deadline_messages_and_contacts()
    {
        var lobby = await Connect();
        await _clients[0].Hub.InvokeAsync("StartRound", (int)lobby[0]["step"]!, Cancel);
        foreach (var client in _clients)
            await client.Next("roundStarted");
        await _clients[0].Hub.InvokeAsync("Say", "key", "Still here?", Cancel);
        await _clients[0].Hub.InvokeAsync("ShareContact", null, 1, Cancel);
        await _clients[0].Next("contactGiven");
        var before = await _clients[0].Hub.InvokeAsync<JsonNode>("Snapshot", _room, Cancel);

        await _weave.Kill();
        await Disconnect();
        await _weave.Start();

        var after = await Connect();
        Assert.All(after, snapshot => Assert.Equal(Part(before, "tables", "deadline", "phase", "round", "step"), Part(snapshot, "tables", "deadline", "phase", "round", "step")));
        Assert.Equal(Part(before, "messages", "given"), Part(after[0], "messages", "given"));
        Assert.Contains(after, snapshot => snapshot["received"]!.AsArray().Count == 1);

        // It is a room like any other: the round goes on, and ends.
        await _clients[0].Hub.InvokeAsync("Say", "key", "Still here?", Cancel);
        await _clients[0].Hub.InvokeAsync("Say", "another", "Yes.", Cancel);
        Assert.Equal("Yes.", (string?)(await _clients[0].Next("messageSaid"))["message"]!["text"]);
        await _clients[0].Hub.InvokeAsync("EndRound", (int)after[0]["step"]!, Cancel);
        foreach (var client in _clients)
            await client.Next("roundEnded");
    }

    [Fact]
    public async Task Killed_in_any_phase_it_brings_everybody_back_to_where_they_were()
    {
        await Connect();
        await Say(1, "Wish", 2, true);
        var step = await Survive("lobby", "participants", "wishes");

        await Say(0, "Introduce", step);
        await Say(1, "Ask", "ask", null, "Who decides?");
        step = await Survive("introductions", "stage", "deadline", "questions", "wishes");

        await Say(0, "NextSpeaker", step);
        await Say(0, "EndRound", step + 1);
        step = await Survive("break", "questions");

        await Say(0, "StartRound", step);
        await Say(1, "WriteNote", 1, 0, "We agreed on everything.");
        step = await Survive("round", "tables", "deadline", "talk");

        await Say(0, "EndRound", step);
        await Say(0, "OpenFloor", step + 1);
        await Say(1, "RaiseHand", true);
        await Say(2, "RaiseHand", true);
        await Say(3, "Vote", 1, true);
        step = await Survive("openFloor", "stage", "deadline", "questions");

        await Say(0, "Close", step);
        await _weave.Kill();
        await Disconnect();
        await _weave.Start();
        var pages = await Task.WhenAll(_visitors.Select(visitor => visitor.Open($"/rooms/{_room:N}")));
        Assert.Equal(2, pages.Count(page => page.Html.Contains("We agreed on everything.", StringComparison.Ordinal)));
    }

    private Task Say(int person, string method, params object?[] arguments) => _clients[person].Hub.InvokeCoreAsync(method, arguments, Cancel);

    /// <summary>Kills the server and starts it again: each sees what they saw. Returns the step that commands are based on.</summary>
    private async Task<int> Survive(string phase, params string[] parts)
    {
        var before = await Task.WhenAll(_clients.Select(client => client.Hub.InvokeAsync<JsonNode>("Snapshot", _room, Cancel)));
        Assert.All(before, snapshot => Assert.Equal(phase, (string?)snapshot["phase"]));
        Assert.All(parts, part => Assert.Contains(before, snapshot => snapshot[part] is not null and not JsonArray { Count: 0 }));

        await _weave.Kill();
        await Disconnect();
        await _weave.Start();

        // All at once, as browsers come back: the last one's view has everybody in it again.
        await Connect();
        var after = await Task.WhenAll(_clients.Select(client => client.Hub.InvokeAsync<JsonNode>("Snapshot", _room, Cancel)));
        string[] all = ["phase", "step", "round", .. parts];
        Assert.All(before.Zip(after), pair => Assert.Equal(Part(pair.First, all), Part(pair.Second, all)));
        return (int)after[0]["step"]!;
    }

    private async Task<IReadOnlyList<JsonNode>> Connect()
    {
        _clients.AddRange(_visitors.Select(visitor => RoomClient.For(_weave.Url, visitor)));
        var snapshots = new List<JsonNode>();
        foreach (var client in _clients)
            snapshots.Add(await client.Join(_room));
        return snapshots;
    }

    private async Task Disconnect()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        _clients.Clear();
    }

    private static string Part(JsonNode snapshot, params string[] fields) => string.Join('\n', fields.Select(field => snapshot[field]?.ToJsonString()));
}
