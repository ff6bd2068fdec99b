using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Weave.Communities;
using Weave.Contacts;
using Weave.Members.Traces;
using Weave.Notifications;
using Weave.Rooms;
using Xunit;

namespace Weave.Members;

/// <summary>What a member is given of their data, and what is left when they are erased. The silo may break down in the middle.</summary>
public sealed class PersonalDataTests : IAsyncLifetime
{
    private const string Address = "anna.held@example.org";
    private const long Telegram = 77_012_345;
    private readonly Breakdown _breakdown = new();
    private readonly TestSilo _silo;

    public PersonalDataTests() => _silo = new() { Filter = _breakdown };

    private DbDataSource Database => _silo.Services.GetRequiredService<DbDataSource>();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task An_export_holds_what_the_member_said_and_what_follows_from_it_and_not_what_others_decided()
    {
        var (anna, boris, _) = await Lives();

        var export = await Export(anna);

        Assert.Equal("Anna Held", (string?)export["member"]!["profile"]!["name"]);
        Assert.Equal("founders", (string?)export["communities"]![0]!["community"]);
        Assert.Equal(boris.ToString("N"), (string?)export["meetings"]![0]!["other"]);
        Assert.Equal("Boris", (string?)export["contacts"]![0]!["name"]);
        Assert.Equal("Anna Held", (string?)export["contactsGiven"]![0]!["name"]);
        Assert.Equal("Said at the table", (string?)export["roomMessages"]![0]!["text"]);
        Assert.Equal("membershipDecided", (string?)export["messagesWaiting"]![0]!["notice"]!["type"]);
        Assert.Equal("typed and not yet put anywhere", (string?)export["bot"]!["awaiting"]);
        var stance = Assert.Single(export["stances"]!.AsArray());
        Assert.Equal((int)Stance.Again, (int)stance!["stance"]!);
        Assert.Equal(Convert.ToBase64String(Jpeg), (string?)export["picture"]);
    }

    [Fact]
    public async Task Erased_is_erased_and_others_keep_the_contact_they_were_given()
    {
        var (anna, boris, _) = await Lives();

        await Data(anna).Erase();
        await Data(anna).OnDue("sweep");

        await Assert.ThrowsAsync<Refused>(() => _silo.Grains.GetGrain<IMemberGrain>(anna).Get());
        Assert.Null(await _silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email(Address)).Find());
        Assert.Null(await _silo.Grains.GetGrain<IPictureGrain>(anna).Get());
        Assert.Equal(1, (await _silo.Grains.GetGrain<ICommunityGrain>("founders").Get(null)).Members);
        Assert.Empty(await _silo.Grains.GetGrain<IStancesGrain>(0).Of(boris, 10));
        Assert.Equal("Anna Held", (await _silo.Grains.GetGrain<IContactBookGrain>(boris).Find(anna))!.Name);
        Assert.Equal(["contact", "contactsource"], await TablesWith(anna.ToString("N"), except: ["Agenda", "OutboxKey", "RoomGuest"]));
        Assert.Equal([], await TablesWith("held", except: ["Contact"]));
        Assert.Equal([], await TablesWith(Telegram.ToString(CultureInfo.InvariantCulture), except: ["OrleansStorage"]));
    }

    [Fact]
    public async Task What_a_breakdown_leaves_half_done_is_finished_by_itself()
    {
        var (anna, _, _) = await Lives();
        _breakdown.At = nameof(ISiteGrain.Resign);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Data(anna).Erase());
        Assert.NotEmpty(await TablesWith("anna.held@", except: ["Contact"]));
        _breakdown.At = null;
        await _silo.Restart();
        await _silo.Until(async () => (await TablesWith("Anna Held", except: ["Contact"])).Count == 0);

        await Assert.ThrowsAsync<Refused>(() => _silo.Grains.GetGrain<IMemberGrain>(anna).Get());
    }

    [Fact]
    public async Task The_only_organizer_of_others_is_asked_to_appoint_somebody_first()
    {
        var (anna, boris, _) = await Lives();

        var refused = await Assert.ThrowsAsync<Refused>(() => Data(boris).Erase());
        Assert.Equal(Refusal.LastOrganizer, refused.Reason);

        await _silo.Grains.GetGrain<ICommunityGrain>("founders").Appoint(anna, true, boris);
        await Data(boris).Erase();
        Assert.Equal(1, (await _silo.Grains.GetGrain<ICommunityGrain>("founders").Get(null)).Members);
    }

    [Fact]
    public async Task For_every_table_it_is_decided_what_is_held_there_about_a_member()
    {
        await using var db = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var tables = await db.QueryAsync<string>(TestStorage.Tables);
        var decided = string.Join(' ', AllTraces.List.SelectMany(trace => trace.Erase.Append(trace.Select ?? "")));

        Assert.All(tables, table => Assert.True(
            AllTraces.Elsewhere.Contains(table, StringComparer.OrdinalIgnoreCase) || decided.Contains($" {table} ", StringComparison.OrdinalIgnoreCase), $"Decide in {nameof(AllTraces)} about {table}."));
    }

    private static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 1, 2, 3];

    private IPersonalDataGrain Data(Guid member) => _silo.Grains.GetGrain<IPersonalDataGrain>(member);

    private async Task<JsonNode> Export(Guid member) => JsonNode.Parse(await Data(member).Export())!;

    /// <summary>Anna has left a trace of every kind; Boris leads the community and has met her.</summary>
    private async Task<(Guid Anna, Guid Boris, Guid Room)> Lives()
    {
        var anna = await Member("Anna Held", Address);
        var boris = await Member("Boris", "boris@example.org");
        await _silo.Grains.GetGrain<IAccountGrain>(AccountKey.Telegram(Telegram)).Link(anna, new TelegramLink(Telegram, "anna_held"));
        await _silo.Grains.GetGrain<ITelegramChatGrain>(Telegram).Handled(1, new TelegramChat { Awaiting = "typed and not yet put anywhere" });
        var members = _silo.Grains.GetGrain<IMemberGrain>(anna);
        await members.SetPicture(await _silo.Grains.GetGrain<IPictureGrain>(anna).Set(Jpeg));
        var community = _silo.Grains.GetGrain<ICommunityGrain>("founders");
        await community.Found(new CommunitySettings { Name = "Founders" }, boris);
        await community.Join(anna);
        await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Record([anna, boris], "room:1:1:1", _silo.Clock.GetUtcNow());
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, boris, Stance.Again);
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(boris, anna, Stance.RatherNot);
        await _silo.Grains.GetGrain<IContactBookGrain>(anna).Receive(Contact(boris, "Boris"));
        await _silo.Grains.GetGrain<IContactBookGrain>(boris).Receive(Contact(anna, "Anna Held"));
        await members.Notify(new MembershipDecided("founders", true), "decided");
        var room = await Meets(community, anna, boris);
        return (anna, boris, room);
    }

    private async Task<Guid> Meets(ICommunityGrain community, Guid anna, Guid boris)
    {
        var id = await community.OpenRoom(new RoomPlan { Title = "Evening", StartsAt = _silo.Clock.GetUtcNow() }, boris);
        var room = _silo.Grains.GetGrain<IRoomGrain>(id);
        await room.Join(boris, "b", "host");
        var snapshot = await room.Join(anna, "a", "host");
        await room.StartRound(boris, snapshot.Step);
        await room.Say(anna, "1", "Said at the table");
        await room.ShareContact(anna, null, ContactFields.All);
        return id;
    }

    private Task<Guid> Member(string name, string address) =>
        _silo.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).FindOrCreate(new NewMember { Name = name });

    private Contact Contact(Guid member, string name) => new()
    {
        Member = member,
        Name = name,
        Card = new ContactCard { Email = "given@example.org" },
        Source = "room:1",
        Occasion = "Evening",
        At = _silo.Clock.GetUtcNow(),
    };

    /// <summary>The tables, in small letters, that hold a text anywhere, in any case of letters.</summary>
    private async Task<IReadOnlyList<string>> TablesWith(string text, string[] except)
    {
        await using var db = await Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in await db.QueryAsync<string>(TestStorage.Tables))
        {
            var any = string.Join(" OR ", await db.QueryAsync<string>(TestStorage.Conditions(table)));
            if (!except.Contains(table, StringComparer.OrdinalIgnoreCase) && await db.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table} WHERE {any}", new { text = text.ToLowerInvariant() }) > 0)
                found.Add(table.ToLowerInvariant());
        }
        return found;
    }

    /// <summary>Fails a method as a silo that dies there would.</summary>
    private sealed class Breakdown : IIncomingGrainCallFilter
    {
        public string? At { get; set; }

        public Task Invoke(IIncomingGrainCallContext context) =>
            context.MethodName == At ? throw new InvalidOperationException("Broken down.") : context.Invoke();
    }
}
