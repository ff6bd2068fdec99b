using System.Data.Common;
using System.Globalization;
using Weave.Agenda;
using Weave.Matching;
using Weave.Members;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Communities;

/// <summary>
/// Holds a community's settings and the number of its match round; the people and the rooms are rows of tables, which alone decide. Talked to by pages,
/// the bot, rooms and match rounds; lives as long as it is used.
/// </summary>
internal sealed partial class CommunityGrain(
    [PersistentState("state")] IPersistentState<CommunityGrain.State> state,
    DbDataSource database,
    TimeProvider time) : Grain, ICommunityGrain, IDueGrain
{
    private const int MostAtOnce = 1000;
    private const int RoomsShown = 50;

    private string Slug => this.GetPrimaryKeyString();
    private Roster People => new(database, time, Slug);
    private RoomList RoomList => new(database, Slug);
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private CommunitySettings Settings => state.State.Settings ?? throw new Refused(Refusal.NotFound);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Brings the directory up to date after a process that died between the two writes.
        if (state.State.Settings is { } settings)
            await new Listing(database, time, Slug).Put(settings, state.State.Founder);
    }

    public async Task Found(CommunitySettings settings, Guid founder)
    {
        if (!Communities.Slug.IsValid(Slug))
            throw new Refused(Refusal.Invalid, nameof(Slug));
        if (state.State.Settings is not null && state.State.Founder != founder)
            throw new Refused(Refusal.Taken, nameof(Slug));
        if (state.State.Settings is null)
            await SaveSettings(CommunityRules.Accept(settings), founder);
        await new Listing(database, time, Slug).Put(Settings, founder);
    }

    public async Task<Community> Get(Guid? viewer)
    {
        var settings = Settings;
        var status = viewer is { } id ? await People.Status(id) : MembershipStatus.None;
        var (members, waiting) = await People.Count();
        return new()
        {
            Slug = Slug,
            Settings = settings,
            Members = members,
            Waiting = status == MembershipStatus.Organizer ? waiting : 0,
            Status = status,
            // One that is not stored yet is not shown yet.
            LatestRound = state.State.LatestRound - (state.State.Beginning is null ? 0 : 1),
            NextRound = state.State.Next,
        };
    }

    public Task<MembershipStatus> Status(Guid member)
    {
        _ = Settings;
        return People.Status(member);
    }

    public async Task Change(CommunitySettings settings, Guid by)
    {
        await RequireOrganizer(by);
        await SaveSettings(CommunityRules.Accept(settings), state.State.Founder);
        await new Listing(database, time, Slug).Put(Settings, state.State.Founder);
    }

    public async Task<MembershipStatus> Join(Guid member)
    {
        var to = Settings.Admission == Admission.Open ? MembershipStatus.Member : MembershipStatus.Waiting;
        var from = await People.Status(member);
        if (from >= to)
            return from;
        // Noted before the row is written and called after this turn: organizers are told even if the process dies in between.
        if (to == MembershipStatus.Waiting)
            await Agenda.Put(this.GetGrainId(), $"asked:{member:N}", time.GetUtcNow());
        await People.Move(member, from, to);
        return await People.Status(member);
    }

    public async Task Decide(Guid member, bool accept, Guid by)
    {
        await RequireOrganizer(by);
        var wanted = accept ? MembershipStatus.Member : MembershipStatus.None;
        if (await People.WaitingSince(member) is { } since)
        {
            await Agenda.Put(this.GetGrainId(), $"decided:{member:N}:{since.ToUnixTimeMilliseconds()}:{(int)wanted}", time.GetUtcNow());
            await People.Move(member, MembershipStatus.Waiting, wanted);
        }
        else if (await People.Status(member) is var status && status != wanted && !(accept && status == MembershipStatus.Organizer))
        {
            throw new Refused(Refusal.AlreadyDone);
        }
    }

    public async Task Appoint(Guid member, bool appoint, Guid by)
    {
        await RequireOrganizer(by);
        var (from, to) = appoint ? (MembershipStatus.Member, MembershipStatus.Organizer) : (MembershipStatus.Organizer, MembershipStatus.Member);
        if (await People.Move(member, from, to))
            return;
        var status = await People.Status(member);
        if (status < MembershipStatus.Member)
            throw new Refused(Refusal.NotAMember);
        if (status != to)
            throw new Refused(Refusal.LastOrganizer);
    }

    public async Task<Page<RosterEntry>> Roster(Guid by, int skip, int take)
    {
        await RequireOrganizer(by);
        var (members, waiting) = await People.Count();
        return new(await People.Slice(Math.Max(skip, 0), Math.Clamp(take, 0, MostAtOnce)), members + waiting);
    }

    public async Task<Guid> OpenRoom(RoomPlan plan, Guid by)
    {
        await RequireOrganizer(by);
        var id = Guid.CreateVersion7(time.GetUtcNow());
        await GrainFactory.GetGrain<IRoomGrain>(id).Open(plan, Slug);
        await RoomList.Put(new(id, plan.Title.Trim(), plan.StartsAt, RoomPhase.Lobby, 0, plan.Capacity));
        return id;
    }

    public async Task<Guid> OpenSeries(RoomPlan plan, RoomEvery every, Guid by)
    {
        await RequireOrganizer(by);
        return await GrainFactory.GetGrain<IRoomSeriesGrain>(Guid.CreateVersion7(time.GetUtcNow())).Start(plan, every, Slug);
    }

    public async Task<IReadOnlyList<RoomListing>> Rooms(Guid viewer)
    {
        if (await Status(viewer) < MembershipStatus.Member)
            throw new Refused(Refusal.NotAMember);
        return await RoomList.Some(RoomsShown);
    }

    public Task RoomChanged(RoomListing room)
    {
        _ = Settings;
        return RoomList.Put(room);
    }

    public Task RoomCancelled(Guid room)
    {
        _ = Settings;
        return RoomList.Remove(room);
    }

    public Task OnDue(string what) => what.Split(':') switch
    {
        ["round"] => BeginRound(),
        ["left", var member] => AfterLeaving(Guid.ParseExact(member, "N")),
        ["next", var opens] => OpenByItself(DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(opens, CultureInfo.InvariantCulture))),
        ["asked", var member] => TellOrganizers(Guid.ParseExact(member, "N")),
        ["decided", var member, var since, var wanted] =>
            TellDecision(Guid.ParseExact(member, "N"), since, (MembershipStatus)int.Parse(wanted, CultureInfo.InvariantCulture)),
        _ => Task.CompletedTask,
    };

    private async Task TellOrganizers(Guid member)
    {
        if (await People.WaitingSince(member) is not { } since)
            return;
        foreach (var organizer in await People.Organizers())
            await GrainFactory.GetGrain<IMemberGrain>(organizer)
                .Notify(new MembershipAsked(Slug, member), $"asked:{Slug}:{member:N}:{since.ToUnixTimeMilliseconds()}:{organizer:N}");
    }

    private async Task TellDecision(Guid member, string since, MembershipStatus wanted)
    {
        // What was decided may not have been stored, or be overtaken by now.
        var status = await People.Status(member);
        var accepted = wanted == MembershipStatus.Member;
        if (accepted ? status < MembershipStatus.Member : status != MembershipStatus.None)
            return;
        await GrainFactory.GetGrain<IMemberGrain>(member).Notify(new MembershipDecided(Slug, accepted), $"decided:{Slug}:{member:N}:{since}");
    }

    private async Task RequireOrganizer(Guid by)
    {
        if (await Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
    }

    private async Task Save(State next)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // What is not stored is not shown; a conflict means another activation is ahead of this one.
            state.State = before;
            DeactivateOnIdle();
            throw;
        }
    }

    [GenerateSerializer, Alias("communityState")]
    internal sealed record State
    {
        /// <summary>Null until the community is founded.</summary>
        [Id(0)] public CommunitySettings? Settings { get; init; }
        [Id(1)] public Guid Founder { get; init; }
        [Id(2)] public int LatestRound { get; init; }

        /// <summary>The plan of the latest round while it is not known to have begun.</summary>
        [Id(3)] public MatchRoundPlan? Beginning { get; init; }

        /// <summary>The round that is to begin by itself; null without a schedule.</summary>
        [Id(4)] public RoundDates? Next { get; init; }
    }
}
