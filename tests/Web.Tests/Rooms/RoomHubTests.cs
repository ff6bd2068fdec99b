using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

public sealed class RoomHubTests(WeaveApp weave) : IClassFixture<WeaveApp>, IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];
    private readonly List<RoomClient> _clients = [];
    private RoomSetup _setup = default!;
    private Visitor _anna = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = RoomSetup.Address("anna");
        _anna = await SignedIn(address);
        _setup = await new RoomSetup(weave.Grains).Open(address);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        foreach (var visitor in _visitors)
            visitor.Dispose();
    }

    [Fact]
    public async Task Nobody_gets_a_connection_without_signing_in()
    {
        using var stranger = new Visitor(weave.Url);
        var client = Client(stranger);

        await Assert.ThrowsAnyAsync<Exception>(() => client.Hub.StartAsync(Cancel));
        Assert.Equal(HubConnectionState.Disconnected, client.Hub.State);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, true)]
    public async Task Only_our_own_pages_may_open_a_connection(string? origin, bool opens)
    {
        var client = Client(_anna, origin);

        var failure = await Record.ExceptionAsync(() => client.Hub.StartAsync(Cancel));

        Assert.Equal(opens, failure is null);
    }

    [Fact]
    public async Task The_stage_is_heard_of_by_everybody_and_whoever_is_on_it_ends_their_time()
    {
        await weave.Grains.GetGrain<IRoomGrain>(_setup.Room).Replan(
            new RoomPlan { Title = "Founders", StartsAt = DateTimeOffset.UtcNow, SpeakerTime = TimeSpan.FromSeconds(120) }, _setup.Organizer);
        var address = RoomSetup.Address("boris");
        var boris = Client(await SignedIn(address));
        await _setup.Joined(address);
        var anna = Client(_anna);
        await anna.Join(_setup.Room);
        await boris.Join(_setup.Room);

        await anna.Hub.InvokeAsync("Introduce", 0, Cancel);
        var stage = (await boris.Next("stageChanged"))["stage"]!.AsArray().Select(number => (int)number!).ToList();
        Assert.Equal([0, 1], stage.Order());
        await (stage[0] == 0 ? anna : boris).Hub.InvokeAsync("NextSpeaker", 1, Cancel);
        Assert.Equal(stage[1], (int)(await boris.Next("stageChanged"))["stage"]!.AsArray().Single()!);

        await (stage[1] == 0 ? anna : boris).Hub.InvokeAsync("NextSpeaker", 2, Cancel);
        Assert.Equal(3, (int)(await boris.Next("introductionsEnded"))["step"]!);
    }

    [Fact]
    public async Task Who_has_been_blocked_is_nobody_to_the_browser_of_the_other_and_somebody_to_all_others()
    {
        var (boriss, veras) = (RoomSetup.Address("boris"), RoomSetup.Address("vera"));
        var (boris, vera) = (Client(await SignedIn(boriss)), Client(await SignedIn(veras)));
        var blocked = await _setup.Joined(boriss);
        await weave.Grains.GetGrain<IStancesGrain>(0).Put(await _setup.Joined(veras), blocked, Stance.Blocked);
        var anna = Client(_anna);
        await anna.Join(_setup.Room);
        await vera.Join(_setup.Room);
        while ((string?)(await anna.Next("participantJoined"))["participant"]!["name"] != "vera")
            continue;

        await boris.Join(_setup.Room);
        await boris.Hub.InvokeAsync("Ask", "one", null, "Who needs a CFO?", Cancel);
        await anna.Hub.InvokeAsync("StartRound", 0, Cancel);

        Assert.Equal("boris", (string?)(await anna.Next("participantJoined"))["participant"]!["name"]);
        Assert.Equal("Who needs a CFO?", (string?)(await anna.Next("questionAsked"))["question"]!["text"]);
        await vera.Next("roundStarted");
        var read = string.Concat(vera.All.Select(batch => batch.ToJsonString()));
        Assert.DoesNotContain("boris", read, StringComparison.Ordinal);
        Assert.DoesNotContain($"{blocked}", read, StringComparison.Ordinal);
        Assert.DoesNotContain("CFO", read, StringComparison.Ordinal);
        var versions = vera.All.Where(batch => (string?)batch["topic"] == "room").Select(batch => (int)batch["version"]!).ToList();
        Assert.Equal(Enumerable.Range(versions[0], versions.Count), versions);
    }

    [Fact]
    public async Task Our_own_page_may_open_a_connection()
    {
        var client = Client(_anna, weave.Url.GetLeftPart(UriPartial.Authority));
        Assert.Equal("lobby", (string?)(await client.Join(_setup.Room))["phase"]);
    }

    [Fact]
    public async Task Who_is_no_member_is_refused_in_words_and_hears_nothing()
    {
        var stranger = Client(await SignedIn(RoomSetup.Address("sam")));
        await stranger.Hub.StartAsync(Cancel);

        var (reason, _, text) = await stranger.Refusal("Join", _setup.Room);

        Assert.Equal("notAMember", reason);
        Assert.Equal("This is for members of the community. Join it first.", text);
        Assert.Equal("notInTheRoom", (await stranger.Refusal("Snapshot", _setup.Room)).Reason);
        Assert.Equal("notInTheRoom", (await stranger.Refusal("Say", "k", "hello")).Reason);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_language_of_the_reader()
    {
        var address = RoomSetup.Address("boris");
        var boris = await SignedIn(address);
        boris.Cookies.Add(weave.Url, new System.Net.Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));
        var client = Client(boris);
        await client.Hub.StartAsync(Cancel);

        Assert.Contains("сообществ", (await client.Refusal("Join", _setup.Room)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_the_room_and_of_my_table_reach_me_in_order_and_those_of_other_tables_do_not()
    {
        var people = await InTheRoom(4);
        await people[0].Hub.InvokeAsync("StartRound", 0, Cancel);
        foreach (var person in people)
            await person.Next("roundStarted");
        foreach (var person in people)
            for (var said = 0; said < 3; said++)
                await person.Hub.InvokeAsync("Say", $"{said}", $"{said}", Cancel);
        await people[0].Hub.InvokeAsync("EndRound", 1, Cancel);

        foreach (var person in people)
        {
            await person.Next("roundEnded");
            foreach (var topic in person.All.GroupBy(batch => (string)batch["topic"]!, StringComparer.Ordinal))
            {
                var versions = topic.Select(batch => (int)batch["version"]!).ToList();
                Assert.Equal(Enumerable.Range(versions[0], versions.Count), versions);
            }

            Assert.Equal(6, person.All.SelectMany(b => b["events"]!.AsArray()).Count(e => (string?)e!["type"] == "messageSaid"));
            Assert.Single(person.All.Select(b => (string)b["topic"]!).Where(t => t.StartsWith("table:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Who_floods_the_hub_is_held_back_and_nobody_else_notices()
    {
        var people = await InTheRoom(2);
        var refusals = 0;
        for (var call = 0; call < 60; call++)
            if (await Record.ExceptionAsync(() => people[1].Hub.InvokeAsync<JsonNode>("Snapshot", _setup.Room, Cancel)) is not null)
                refusals++;

        Assert.True(refusals >= 30, $"Only {refusals} calls were refused.");
        Assert.Equal("tooMany", (await people[1].Refusal("Snapshot", _setup.Room)).Reason);
        Assert.Equal(2, (await people[0].Hub.InvokeAsync<JsonNode>("Snapshot", _setup.Room, Cancel))["participants"]!.AsArray().Count);
    }

    [Fact]
    public async Task However_many_connections_a_member_opens_they_may_call_no_more_with_them()
    {
        var people = await InTheRoom(2);
        while (await Record.ExceptionAsync(() => people[1].Hub.InvokeAsync<JsonNode>("Snapshot", _setup.Room, Cancel)) is null)
        {
        }
        var second = Client(_visitors[^1]);
        await second.Hub.StartAsync(Cancel);
        Assert.Equal("tooMany", (await second.Refusal("Join", _setup.Room)).Reason);

        // Nor with one that is opened anew, when there is no other.
        await people[1].DisposeAsync();
        await second.DisposeAsync();
        var third = Client(_visitors[^1]);
        await third.Hub.StartAsync(Cancel);
        Assert.Equal("tooMany", (await third.Refusal("Join", _setup.Room)).Reason);

        Assert.NotNull(await people[0].Hub.InvokeAsync<JsonNode>("Snapshot", _setup.Room, Cancel));
    }

    [Fact]
    public async Task A_message_larger_than_any_can_be_ends_the_connection()
    {
        var people = await InTheRoom(1);
        var closed = new TaskCompletionSource();
        people[0].Hub.Closed += _ => Task.FromResult(closed.TrySetResult());

        await Record.ExceptionAsync(() => people[0].Hub.InvokeAsync("Say", "k", new string('x', 100_000), Cancel));

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    [Fact]
    public async Task A_closed_tab_is_noticed_and_a_second_one_is_the_same_person()
    {
        var people = await InTheRoom(2);
        var second = Client(_visitors[^1]);
        Assert.Equal(1, (int)(await second.Join(_setup.Room))["me"]!);
        Assert.Equal(2, (await second.Join(_setup.Room))["participants"]!.AsArray().Count);

        await people[1].DisposeAsync();
        await second.DisposeAsync();

        var change = await people[0].Next("presenceChanged");
        Assert.Equal(("away", 1), ((string?)change["presence"], (int)change["number"]!));
    }

    [Fact]
    public async Task Contacts_are_given_as_flags_and_arrive_with_the_chosen_fields()
    {
        var people = await InTheRoom(2);
        await people[0].Hub.InvokeAsync("StartRound", 0, Cancel);
        await people[1].Next("roundStarted");

        await people[0].Hub.InvokeAsync("ShareContact", (int?)null, 1, Cancel);

        Assert.Equal(0, (int)(await people[1].Next("contactReceived"))["contact"]!["from"]!);
        Assert.Equal(1, (int)(await people[0].Next("contactGiven"))["given"]!["fields"]!);
    }

    /// <summary>Anna, who organizes, and others, all connected.</summary>
    private async Task<List<RoomClient>> InTheRoom(int count)
    {
        var people = new List<RoomClient> { Client(_anna) };
        await people[0].Join(_setup.Room);
        for (var i = 1; i < count; i++)
        {
            var address = RoomSetup.Address($"guest{i}");
            var visitor = await SignedIn(address);
            await _setup.Joined(address);
            people.Add(Client(visitor));
            Assert.Equal(i, (int)(await people[^1].Join(_setup.Room))["me"]!);
        }

        return people;
    }

    private RoomClient Client(Visitor visitor, string? origin = null)
    {
        var client = RoomClient.For(weave.Url, visitor, origin);
        _clients.Add(client);
        return client;
    }

    private async Task<Visitor> SignedIn(string address)
    {
        var visitor = new Visitor(weave.Url);
        _visitors.Add(visitor);
        return await visitor.SignIn(address, address.Split('.')[0]);
    }
}
