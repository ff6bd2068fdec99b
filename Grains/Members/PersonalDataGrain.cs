using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weave.Agenda;
using Weave.Matching;
using Weave.Members.Traces;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Members;

/// <summary>
/// Gathers what is held about one member, or erases it. What has to be erased is stored and on the agenda before anything is, so that a process killed half-way finishes
/// it later; every step may be repeated. Lives for a question, or until nothing is left.
/// </summary>
internal sealed class PersonalDataGrain(
    [PersistentState("state")] IPersistentState<PersonalDataGrain.State> state, DbDataSource database, TimeProvider time) : Grain, IPersonalDataGrain
{
    private const string WhenErased = "erase";
    private const string WhenForgotten = "sweep";

    /// <summary>Until then an update of the bot may come again, and is known by the conversation.</summary>
    private static readonly TimeSpan UntilForgotten = TimeSpan.FromDays(2);

    private Guid Id => this.GetPrimaryKey();
    private TraceTables Tables => new(database, Id);
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private IMemberGrain Member => GrainFactory.GetGrain<IMemberGrain>(Id);

    public async Task<byte[]> Export()
    {
        var member = await Member.Get();
        var export = new JsonObject
        {
            ["exportedAt"] = time.GetUtcNow(),
            ["member"] = JsonSerializer.SerializeToNode(member, PersonalDataJson.Options),
            ["picture"] = await GrainFactory.GetGrain<IPictureGrain>(Id).Get() is { } picture ? Convert.ToBase64String(picture) : null,
            ["conversations"] = await Conversations(),
            ["bot"] = member.Telegram is { } telegram
                ? JsonSerializer.SerializeToNode(await GrainFactory.GetGrain<ITelegramChatGrain>(telegram.UserId).Get(), PersonalDataJson.Options) : null,
        };
        await Tables.Export(export);
        return JsonSerializer.SerializeToUtf8Bytes(export, PersonalDataJson.Options);
    }

    public async Task Erase()
    {
        var member = await Member.Get();
        if (await Tables.LeadsAlone())
            throw new Refused(Refusal.LastOrganizer, "Erase");
        await Agenda.Put(this.GetGrainId(), WhenErased, time.GetUtcNow().AddMinutes(1));
        await state.Store(new State { Emails = member.Emails, Telegram = member.Telegram?.UserId });
        await EraseAll();
    }

    public async Task OnDue(string what)
    {
        if (what == WhenErased && state.State.Emails is not null)
            await EraseAll();
        else if (what == WhenForgotten)
            await Forget();
    }

    private async Task EraseAll()
    {
        // First of all nobody is there any more: sessions end, and nobody can be told or join anything while the rest is done.
        await Member.Erase();
        foreach (var account in Accounts)
            await GrainFactory.GetGrain<IAccountGrain>(account).Release(Id);
        foreach (var room in await Tables.Rooms())
            await Leave(room);
        foreach (var match in await Tables.Matches())
            await GrainFactory.GetGrain<IMatchGrain>(match).Forget(Id);
        await GrainFactory.GetGrain<ISiteGrain>(0).Resign(Id);
        await GrainFactory.GetGrain<IPictureGrain>(Id).Set(null);
        await Tables.Erase([.. state.State.Emails ?? [], .. state.State.Telegram is { } chat ? [chat.ToString(CultureInfo.InvariantCulture)] : (string[])[]]);
        await Agenda.Put(this.GetGrainId(), WhenForgotten, time.GetUtcNow() + UntilForgotten);
        await Agenda.Remove(this.GetGrainId(), WhenErased);
    }

    /// <summary>Forgets the identities too: what the bot remembers of the conversation, and the keys under which accounts were found.</summary>
    private async Task Forget()
    {
        if (state.State.Telegram is { } chat && await GrainFactory.GetGrain<IAccountGrain>(AccountKey.Telegram(chat)).Find() is null)
            await GrainFactory.GetGrain<ITelegramChatGrain>(chat).Forget();
        await Tables.Sweep([.. Accounts]);
        await state.ClearStateAsync();
    }

    private IEnumerable<string> Accounts =>
        (state.State.Emails ?? []).Select(AccountKey.Email).Concat(state.State.Telegram is { } user ? [AccountKey.Telegram(user)] : []);

    private async Task Leave(Guid room)
    {
        try
        {
            await GrainFactory.GetGrain<IRoomGrain>(room).Leave(Id);
            await GrainFactory.GetGrain<IRoomGrain>(room).Unregister(Id);
        }
        catch (Refused)
        {
            // Closed, or left meanwhile.
        }
    }

    private async Task<JsonArray> Conversations()
    {
        var all = new JsonArray();
        foreach (var match in await Tables.Matches())
            all.Add(JsonSerializer.SerializeToNode(await GrainFactory.GetGrain<IMatchGrain>(match).Get(Id), PersonalDataJson.Options));
        return all;
    }

    [GenerateSerializer, Immutable, Alias("personalDataState")]
    internal sealed record State
    {
        /// <summary>The addresses of the member who is being erased; null while nobody is.</summary>
        [Id(0)] public ImmutableArray<string>? Emails { get; init; }
        [Id(1)] public long? Telegram { get; init; }
    }
}
