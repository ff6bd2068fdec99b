using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Weave.Rooms;

/// <summary>What participants do with each other, as it is on the wire.</summary>
public sealed class FloorHubTests(WeaveApp weave) : IClassFixture<WeaveApp>, IAsyncLifetime
{
    private static readonly RoomPlan Plan = new()
    {
        Title = "Founders",
        StartsAt = DateTimeOffset.UtcNow,
        TableSize = 2,
        SpeakerTime = TimeSpan.FromSeconds(120),
        FloorTime = TimeSpan.FromMinutes(20),
        Icebreakers = ["Why here?"],
    };

    private readonly List<IAsyncDisposable> _clients = [];
    private readonly List<Visitor> _visitors = [];
    private RoomSetup _setup = default!;
    private RoomClient _anna = default!;
    private RoomClient _boris = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = RoomSetup.Address("anna");
        var anna = await SignedIn(address);
        _setup = await new RoomSetup(weave.Grains).Open(address, Plan);
        _anna = await In(anna);
        var other = RoomSetup.Address("boris");
        var boris = await SignedIn(other);
        await _setup.Joined(other);
        _boris = await In(boris);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        foreach (var visitor in _visitors)
            visitor.Dispose();
    }

    [Fact]
    public async Task A_wish_comes_back_to_who_wished_and_signs_and_words_reach_the_one_on_the_stage()
    {
        await Call(_boris, "Wish", 0, true);
        Assert.True((bool)(await _boris.Next("wishChanged"))["wanted"]!);
        await Call(_anna, "Introduce", 0);
        var speaker = (int)(await _boris.Next("stageChanged"))["stage"]![0]!;
        var (listens, speaks) = speaker == 0 ? (_boris, _anna) : (_anna, _boris);

        await Call(listens, "React", 0);
        await listens.Hub.SendAsync("React", 0, Cancel);
        await Call(listens, "Whisper", speaker, "key", "I know somebody");

        weave.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (int)(await listens.Next("reacted"))["counts"]![0]!);
        Assert.Equal("I know somebody", (string?)(await speaks.Next("whisperReceived"))["whisper"]!["text"]);
        Assert.Equal("tooLong", (await listens.Refusal("Whisper", speaker, "other", new string('x', 501))).Reason);
        Assert.Equal("invalid", (await listens.Refusal("Wish", 1 - speaker, true)).Reason);
        Assert.Equal([], listens.All.SelectMany(batch => batch["events"]!.AsArray()).Where(happened => (string?)happened!["type"] == "whisperReceived"));
    }

    [Fact]
    public async Task What_is_said_to_the_room_comes_to_everybody_and_with_the_snapshot()
    {
        await Call(_boris, "SayToRoom", "key", "Hello all");

        Assert.Equal("Hello all", (string?)(await _anna.Next("saidToRoom"))["message"]!["text"]);
        Assert.Equal("Hello all", (string?)(await _anna.Join(_setup.Room))["roomMessages"]![0]!["text"]);
        Assert.Equal("required", (await _boris.Refusal("SayToRoom", "other", " ")).Reason);
    }

    [Fact]
    public async Task A_table_shares_its_question_note_and_call_for_help()
    {
        await Call(_anna, "StartRound", 0);
        await _boris.Next("roundStarted");

        await Call(_boris, "TurnQuestion", 0);
        Assert.Equal(1, (int)(await _anna.Next("questionTurned"))["turn"]!);
        await Call(_boris, "WriteNote", 1, 0, "Call Lena");
        Assert.Equal("Call Lena", (string?)(await _anna.Next("noteWritten"))["text"]);
        Assert.Equal(("alreadyDone", "note"), await _anna.Refusal("WriteNote", 1, 0, "Mine") is var stale ? (stale.Reason, stale.Field) : default);
        await Call(_boris, "CallHelp", true);
        Assert.Equal(1, (int)(await _anna.Next("helpChanged"))["call"]!["by"]!);
        Assert.Equal("notAnOrganizer", (await _boris.Refusal("ComeToTable", 1, true)).Reason);
        await Call(_anna, "ComeToTable", 1, true);
        await _boris.Next("helpChanged");
        Assert.Equal(0, (int)(await _boris.Next("helpChanged"))["call"]!["coming"]!);

        var snapshot = await _boris.Join(_setup.Room);
        Assert.Equal(("Why here?", 1, "Call Lena", 1), ((string?)snapshot["plan"]!["icebreakers"]![0], (int)snapshot["talk"]!["turn"]!, (string?)snapshot["talk"]!["note"], (int)snapshot["talk"]!["noteVersion"]!));
    }

    [Fact]
    public async Task The_floor_is_open_to_hands_and_questions()
    {
        await Call(_boris, "Ask", "key", null, "When is the next room?");
        Assert.Equal(1, (int)(await _anna.Next("questionAsked"))["question"]!["id"]!);
        await Call(_anna, "Vote", 1, true);
        Assert.Equal(1, (int)(await _boris.Next("questionVoted"))["votes"]!);
        Assert.Equal("invalid", (await _boris.Refusal("Vote", 1, true)).Reason);
        Assert.Equal("notAnOrganizer", (await _boris.Refusal("Settle", 1, 1)).Reason);
        await Call(_anna, "Settle", 1, 1);
        Assert.Equal(1, (int)(await _boris.Next("questionSettled"))["standing"]!);

        await Call(_anna, "StartRound", 0);
        await Call(_anna, "EndRound", 1);
        Assert.Equal("notAnOrganizer", (await _boris.Refusal("OpenFloor", 2)).Reason);
        await Call(_anna, "OpenFloor", 2);
        await _boris.Next("floorOpened");
        await Call(_boris, "RaiseHand", true);
        Assert.Equal([1], (await _anna.Next("handsChanged"))["stage"]!.AsArray().Select(number => (int)number!));
        Assert.Equal("openFloor", (string?)(await _boris.Join(_setup.Room))["phase"]);
    }

    [Fact]
    public async Task A_contact_goes_to_everybody_in_the_room()
    {
        Assert.Equal("required", (await _boris.Refusal("ShareWithRoom", 0)).Reason);
        await Call(_boris, "ShareWithRoom", 15);
        Assert.Equal(1, (int)(await _anna.Next("contactReceived"))["contact"]!["from"]!);
    }

    private static Task Call(RoomClient client, string method, params object?[] arguments) => client.Hub.InvokeCoreAsync(method, arguments, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);

    private async Task<Visitor> SignedIn(string address)
    {
        var visitor = new Visitor(weave.Url);
        _visitors.Add(visitor);
        await visitor.SignIn(address, address.Split('.')[0]);
        return visitor;
    }

    private async Task<RoomClient> In(Visitor visitor)
    {
        var client = RoomClient.For(weave.Url, visitor);
        _clients.Add(client);
        await client.Join(_setup.Room);
        return client;
    }
}
