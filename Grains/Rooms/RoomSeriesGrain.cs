using System.Data.Common;
using System.Globalization;
using Weave.Agenda;
using Weave.Communities;
using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>
/// Keeps a series of rooms. That the next one is to be opened is on the agenda before the one before it is known; which room it will be is stored before it is made, so that a
/// process killed at any moment makes it once. Lives as long as it is used, and comes back when a room begins.
/// </summary>
internal sealed class RoomSeriesGrain([PersistentState("state")] IPersistentState<RoomSeriesGrain.State> state, DbDataSource database, TimeProvider time)
    : Grain, IRoomSeriesGrain, IDueGrain
{
    private const string WhenNext = "next:";
    private const string WhenMade = "made";
    private const string WhenAsked = "ask:";
    private const int AskedAtOnce = 500;
    private static readonly TimeSpan UntilTriedAgain = TimeSpan.FromMinutes(1);

    private Guid Id => this.GetPrimaryKey();
    private DateTimeOffset Now => time.GetUtcNow();
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private SubscriberTable Subscribers => new(database, Id);
    private State Current => state.State.Plan is null ? throw new Refused(Refusal.NotFound) : state.State;
    private RoomPlan Plan => Current.Plan!;
    private ICommunityGrain Community => GrainFactory.GetGrain<ICommunityGrain>(Current.Community);
    private IRoomGrain Room => GrainFactory.GetGrain<IRoomGrain>(Current.Room);

    public async Task<Guid> Start(RoomPlan plan, RoomEvery every, string community)
    {
        if (state.State.Plan is null)
        {
            var accepted = RoomRules.Accept(plan);
            var rhythm = RoomRhythm.From(Known(every), accepted.StartsAt, await Zone(community));
            await Begin(new State { Plan = accepted, Rhythm = rhythm, Community = community, Number = 1, Room = Guid.CreateVersion7(Now) });
        }
        return Current.Room;
    }

    public async Task<RoomSeries> Get(Guid? viewer) => new()
    {
        Community = Current.Community,
        Plan = Plan,
        Rhythm = Current.Rhythm!,
        Ended = Current.Ended,
        Room = Current.Room,
        Subscribed = viewer is { } member && await Subscribers.Has(member),
    };

    public async Task Subscribe(Guid member, bool wants)
    {
        _ = Current;
        if (!wants)
            await Subscribers.Remove(member);
        else if (await Community.Status(member) >= MembershipStatus.Member)
            await Subscribers.Put(member, Now);
        else
            throw new Refused(Refusal.NotAMember);
    }

    public async Task Change(RoomPlan plan, RoomEvery every, Guid by)
    {
        await RequireOrganizer(by);
        var accepted = RoomRules.Accept(plan);
        if (accepted.StartsAt != Plan.StartsAt && accepted.StartsAt <= Now)
            throw new Refused(Refusal.InThePast, nameof(plan.StartsAt));
        var rhythm = RoomRhythm.From(Known(every), accepted.StartsAt, await Zone(Current.Community));
        // First the room, which may refuse. What was planned for it alone stays.
        if (await Room.Page(null) is { Phase: RoomPhase.Lobby } room && room.Plan.With(Plan, accepted) is var plans && plans != room.Plan)
            await Room.Replan(plans, by);
        await PlanNext(Current.Number + 1, accepted.StartsAt);
        await state.Store(Current with { Plan = accepted, Rhythm = rhythm });
    }

    public async Task End(Guid by)
    {
        await RequireOrganizer(by);
        if (!Current.Ended)
            await state.Store(Current with { Ended = true });
    }

    public async Task OnDue(string what)
    {
        if (state.State.Plan is null)
            return;
        if (what == WhenMade)
            await Make();
        else if (what.StartsWith(WhenNext, StringComparison.Ordinal))
            await OpenNext(int.Parse(what[WhenNext.Length..], CultureInfo.InvariantCulture));
        else if (what.StartsWith(WhenAsked, StringComparison.Ordinal))
            await Ask(what[WhenAsked.Length..]);
    }

    /// <summary>When one begins, the next is opened: called once or more, and in vain for one that was opened or moved since.</summary>
    private async Task OpenNext(int number)
    {
        if (Current.Ended || number != Current.Number + 1)
            return;
        if (Now < Plan.StartsAt)
        {
            await PlanNext(number, Plan.StartsAt);
            return;
        }
        // After a long sleep the one in the past is passed over.
        var starts = Current.Rhythm!.Next(Now > Plan.StartsAt ? Now : Plan.StartsAt, await Zone(Current.Community));
        await Begin(Current with { Plan = Plan with { StartsAt = starts }, Number = number, Room = Guid.CreateVersion7(Now) });
    }

    private async Task Begin(State next)
    {
        await PlanNext(next.Number + 1, next.Plan!.StartsAt);
        await Agenda.Put(this.GetGrainId(), WhenMade, Now + UntilTriedAgain);
        await state.Store(next);
        await Make();
    }

    /// <summary>Makes the room that was decided on, if it is not there, and has it asked who will come.</summary>
    private async Task Make()
    {
        await Room.OpenInSeries(Plan, Current.Community, Id);
        var page = await Room.Page(null);
        await Community.RoomChanged(new(Current.Room, page.Plan.Title, page.Plan.StartsAt, page.Phase, page.Taken, page.Plan.Capacity));
        if (Current.Number > 1)
            await Agenda.Put(this.GetGrainId(), $"{WhenAsked}{Current.Room:N}:{Guid.Empty:N}", Now);
        await Agenda.Remove(this.GetGrainId(), WhenMade);
    }

    /// <summary>Some subscribers after the other: the agenda holds who comes next.</summary>
    private async Task Ask(string rest)
    {
        var (room, after) = (Guid.ParseExact(rest[..32], "N"), Guid.ParseExact(rest[33..], "N"));
        var members = await new InvitedTable(database, Current.Community).Subscribers(Id, after, AskedAtOnce, Now);
        if (room != Current.Room || members.Count == 0)
            return;
        await GrainFactory.Announce(members.Select(member => (member, (Notice)new RoomAnnounced(room), $"room:{room:N}:announced")));
        await Agenda.Put(this.GetGrainId(), $"{WhenAsked}{room:N}:{members[^1]:N}", Now);
    }

    private Task PlanNext(int number, DateTimeOffset at) => Agenda.Put(this.GetGrainId(), string.Create(CultureInfo.InvariantCulture, $"{WhenNext}{number}"), at);

    private async Task<TimeZoneInfo> Zone(string community) =>
        TimeZoneInfo.FindSystemTimeZoneById((await GrainFactory.GetGrain<ICommunityGrain>(community).Get(null)).Settings.TimeZone);

    private static RoomEvery Known(RoomEvery every) => Enum.IsDefined(every) ? every : throw new Refused(Refusal.Invalid, nameof(every));

    private async Task RequireOrganizer(Guid by)
    {
        if (await Community.Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
    }

    [GenerateSerializer, Immutable, Alias("roomSeriesState")]
    internal sealed record State
    {
        /// <summary>The plan of the room opened last, and of those to come; null until the series is started.</summary>
        [Id(0)] public RoomPlan? Plan { get; init; }
        [Id(1)] public RoomRhythm? Rhythm { get; init; }
        [Id(2)] public string Community { get; init; } = "";
        [Id(3)] public int Number { get; init; }
        [Id(4)] public Guid Room { get; init; }
        [Id(5)] public bool Ended { get; init; }
    }
}
