using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Weave.Agenda;
using Weave.Communities;

namespace Weave.Rooms;

/// <summary>
/// One live room. <see cref="Room"/> decides; the grain stores what was decided, then tells the hosts. Talked to by pages and by the hubs of all hosts
/// with a browser in it; lives while somebody watches, and comes back from the agenda when a round has to end.
/// </summary>
internal sealed partial class RoomGrain(
    [PersistentState("state")] IPersistentState<RoomState> state,
    DbDataSource database,
    TimeProvider time,
    ILogger<RoomGrain> logger) : Grain, IRoomGrain
{
    private const string WhenIdle = "idle";

    /// <summary>Of an older version, which brought contacts into the books after it had stored them.</summary>
    private const string WhenGiven = "contacts";
    private const string WhenSpoken = "stage";

    /// <summary>People who come in one after the other make one change of the list.</summary>
    private static readonly TimeSpan ListingDelay = TimeSpan.FromSeconds(2);

    private readonly Connections _connections = new();
    private Room _room = new(new(), []);
    private Audience _audience = null!;
    private IGrainTimer _timer = null!;
    private long _lastMessage;
    private DateTimeOffset? _listAt;

    /// <summary>What the list says, as far as this activation knows.</summary>
    private RoomListing? _listed;

    private Guid Id => this.GetPrimaryKey();
    private DateTimeOffset Now => time.GetUtcNow();
    private GuestTable Guests => new(database, Id);
    private Chat Chat => new(database, Id);
    private Exchange Exchange => new(database, Id);
    private Meetings Meetings => new(GrainFactory, Id);
    private Ties Ties => new(GrainFactory);
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private ICommunityGrain Community => GrainFactory.GetGrain<ICommunityGrain>(_room.State.Community);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _audience = new(Id, NoteForChats, logger);
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        if (state.State.Plan is null)
            return;
        _lastMessage = await Chat.LastId();
        var stored = new Room(state.State, await Guests.All()) { Places = await PlaceTable.All() };
        _room = stored.Awake(Now);
        // Whoever comes back is stored then; who is here without a connection does not come back.
        if (_room.Guests.Where(guest => guest.Standalone && guest != stored.Guests[guest.Number]).ToList() is { Count: > 0 } changed)
            await Guests.Put(changed);
        // The list may not have heard of the last change.
        _listAt = Now + ListingDelay;
        WakeChats();
        WakeUp();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (reason.ReasonCode == DeactivationReasonCode.ShuttingDown && _room.NextPulse() is not null)
            await OrLater(() => state.Store(_room.Alive(Now).State));
    }

    public Task Open(RoomPlan plan, string community) => Open(plan, community, series: null);

    public Task OpenInSeries(RoomPlan plan, string community, Guid series) => Open(plan, community, series);

    public async Task<RoomPage> Page(Guid? viewer)
    {
        var plan = _room.Plan;
        var me = viewer is { } id ? _room.Find(id) : null;
        var hidden = me is null ? ImmutableHashSet<int>.Empty : await Ties.Blocked(me.Member, _room.Guests);
        var status = viewer is { } member ? await Community.Status(member) : MembershipStatus.None;
        var leads = viewer is { } leader && _room.IsAppointed(leader);
        return new()
        {
            Id = Id,
            Plan = plan,
            Community = _room.State.Community,
            Phase = _room.State.Phase,
            Participants = _room.Count,
            Status = status,
            Joined = me is not null,
            Met = me is null ? [] : People(_room.State.AllTables().Where(table => table.Contains(me.Number)).SelectMany(table => table.Remove(me.Number)).Where(number => !hidden.Contains(number))),
            Cancelled = _room.State.Cancelled,
            Open = _room.IsOpen(Now),
            Full = me is not { Present: true } && !leads && status != MembershipStatus.Organizer && !_room.HasPlaceFor(viewer ?? Guid.Empty, Now),
            Sequence = _room.State.Sequence,
            Taken = _room.Taken(Now),
            Mine = _room.PlaceOf(viewer ?? Guid.Empty, Now, leads || status == MembershipStatus.Organizer),
            Series = _room.State.Series,
            Locked = _room.State.House.Locked,
            TakenOut = me is not null && _room.State.House.TakenOut.Contains(me.Number),
            Leads = leads,
        };
    }

    /// <summary>What the agenda calls the end of the phase that is on.</summary>
    private string WhenUp => _room.State.Phase == RoomPhase.Round ? WhenOver(_room.State.Round) : WhenSpoken;

    private static string WhenOver(int round) => $"round:{round}";

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private IReadOnlyList<Participant> People(IEnumerable<int> numbers) => [.. numbers.Distinct().Select(number => _room.Guests[number].Public())];

    private async Task Open(RoomPlan plan, string community, Guid? series)
    {
        if (state.State.Plan is not null)
            return;
        var accepted = RoomRules.Accept(plan);
        await Agenda.Put(this.GetGrainId(), WhenIdle, Later(accepted.StartsAt, Now) + Room.Idle);
        await Commit(new(_room with { State = new RoomState { Plan = accepted, Community = community, Series = series, ActiveAt = Now, AliveAt = Now } }, []));
    }

    /// <summary>Organizers of the community, and those appointed in this room, lead it.</summary>
    private async Task RequireOrganizer(Guid by)
    {
        _ = _room.Plan;
        if (!_room.IsAppointed(by) && await Community.Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
    }
}
