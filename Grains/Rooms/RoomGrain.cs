using System.Data.Common;
using Microsoft.Extensions.Logging;
using Weave.Agenda;
using Weave.Communities;
using Weave.Members;

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
    private const string WhenGiven = "contacts";
    private const string WhenSpoken = "stage";
    private const int MessageLength = 1000;
    private const int KeyLength = 100;

    /// <summary>People who come in one after the other make one change of the list.</summary>
    private static readonly TimeSpan ListingDelay = TimeSpan.FromSeconds(2);

    private readonly Connections _connections = new();
    private Room _room = new(new(), []);
    private Audience _audience = null!;
    private IGrainTimer _timer = null!;
    private long _lastMessage;
    private DateTimeOffset? _listAt;

    private Guid Id => this.GetPrimaryKey();
    private DateTimeOffset Now => time.GetUtcNow();
    private GuestTable Guests => new(database, Id);
    private Chat Chat => new(database, Id);
    private Exchange Exchange => new(database, GrainFactory, Id);
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
        _room = new Room(state.State, await Guests.All()).Awake(Now);
        // The list may not have heard of the last change.
        _listAt = Now + ListingDelay;
        WakeChats();
        WakeUp();
    }

    public async Task Open(RoomPlan plan, string community)
    {
        if (state.State.Plan is not null)
            return;
        var accepted = RoomRules.Accept(plan);
        await Agenda.Put(this.GetGrainId(), WhenIdle, Later(accepted.StartsAt, Now) + Room.Idle);
        await Commit(new(_room with { State = new RoomState { Plan = accepted, Community = community, ActiveAt = Now } }, []));
    }

    public async Task Replan(RoomPlan plan, Guid by)
    {
        await RequireOrganizer(by);
        if (_room.State.Phase != RoomPhase.Lobby)
            throw new Refused(Refusal.AlreadyDone);
        var accepted = RoomRules.Accept(plan);
        await Agenda.Put(this.GetGrainId(), WhenIdle, Later(accepted.StartsAt, Now) + Room.Idle);
        await Commit(new(_room with { State = _room.State with { Plan = accepted } }, []));
        await List();
    }

    public async Task<RoomPage> Page(Guid? viewer)
    {
        var plan = _room.Plan;
        var me = viewer is { } id ? _room.Find(id) : null;
        IReadOnlyList<SharedContact> received = me is null ? [] : await Exchange.Received(me.Number);
        return new()
        {
            Id = Id,
            Plan = plan,
            Community = _room.State.Community,
            Phase = _room.State.Phase,
            Participants = _room.Count,
            Status = viewer is { } member ? await Community.Status(member) : MembershipStatus.None,
            Joined = me is not null,
            Met = me is null ? [] : People(_room.State.AllTables().Where(table => table.Contains(me.Number)).SelectMany(table => table.Remove(me.Number))),
            Received = received,
            Givers = People(received.Select(contact => contact.From)),
        };
    }

    public async Task<RoomSnapshot> Join(Guid member, string? connection, string? host)
    {
        await ComeIn(member, standalone: connection is null, chat: null);
        if (connection is not null)
            _connections.Add(_room.Inside(member).Number, connection, host, Now);
        WakeUp();
        return await Snapshot(member);
    }

    public async Task<RoomSnapshot> Snapshot(Guid member)
    {
        var plan = _room.Plan;
        var me = _room.Inside(member);
        var current = _room.State;
        var table = current.TableOf(me.Number);
        return new()
        {
            Room = Id,
            Epoch = _audience.Epoch,
            Version = _audience.Version(RoomTopic.Room),
            TableVersion = table == 0 ? 0 : _audience.Version(RoomTopic.Table(current.Round, table)),
            MyVersion = _audience.Version(RoomTopic.Participant(me.Number)),
            Now = Now,
            Step = current.Step,
            Plan = plan,
            Community = current.Community,
            Phase = current.Phase,
            Round = current.Round,
            Deadline = current.Deadline,
            Participants = [.. _room.Guests.Select(guest => guest.Public())],
            Tables = current.Seats(),
            Stage = current.Stage,
            Me = me.Number,
            Messages = table == 0 ? [] : await Chat.Latest(current.Round, table),
            Received = await Exchange.Received(me.Number),
            Given = await Exchange.Given(me.Number),
            MyCard = me.Card,
            MyFields = me.Shares,
        };
    }

    public async Task Disconnected(Guid member, string connection)
    {
        _ = _room.Plan;
        if (_room.Find(member) is { } guest && _connections.Remove(guest.Number, connection) && _room.State.Phase != RoomPhase.Closed)
            await Commit(_room.Drop([guest.Number], Now));
    }

    public async Task Leave(Guid member)
    {
        _ = _room.Plan;
        if (_room.Find(member) is not { Present: true } guest || _room.State.Phase == RoomPhase.Closed)
            return;
        await Commit(_room.Depart([guest.Number], Now));
        _connections.Forget(guest.Number);
    }

    public async Task StartRound(Guid by, int step)
    {
        await RequireOrganizer(by);
        var people = _room.Seatable(step);
        var (room, seed) = (_room, Id.GetHashCode());
        var acquainted = await Ties.Acquainted(people, room.Guests);
        var apart = await Ties.Apart(people, room.Guests);
        var plan = await Task.Run(() => SeatingPlanner.Plan(room.Problem(people, acquainted, apart, seed), room.State.Planned));
        var outcome = _room.Start(plan, Now);
        await Agenda.Put(this.GetGrainId(), WhenOver(outcome.Room.State.Round), outcome.Room.State.Deadline!.Value);
        _audience.ForgetTables();
        await Commit(outcome);
        await List();
    }

    public async Task Introduce(Guid by, int step)
    {
        await RequireOrganizer(by);
        var outcome = _room.Introduce(step, Now, Id.GetHashCode());
        await Agenda.Put(this.GetGrainId(), WhenSpoken, outcome.Room.State.Deadline!.Value);
        await Commit(outcome);
        await List();
    }

    public async Task NextSpeaker(Guid by, int step)
    {
        if (_room.State.Stage is not [var speaker, ..] || _room.Find(by)?.Number != speaker)
            await RequireOrganizer(by);
        await Finish(_room.NextSpeaker(step, Now));
    }

    public async Task EndRound(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Finish(_room.End(step, Now));
    }

    public async Task ExtendRound(Guid by, int step, TimeSpan longer)
    {
        await RequireOrganizer(by);
        var outcome = _room.Extend(step, longer);
        var what = _room.State.Phase == RoomPhase.Round ? WhenOver(_room.State.Round) : WhenSpoken;
        await Agenda.Put(this.GetGrainId(), what, outcome.Room.State.Deadline!.Value);
        await Commit(outcome);
    }

    public async Task Close(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Finish(_room.Close(step, Now));
    }

    public async Task Say(Guid member, string key, string text)
    {
        _ = _room.Plan;
        var me = _room.Inside(member);
        var said = Inputs.Lines(text, MessageLength, nameof(text));
        if (said.Length == 0)
            throw new Refused(Refusal.Required, nameof(text));
        if (key.Length is 0 or > KeyLength)
            throw new Refused(Refusal.Invalid, nameof(key));
        if (_room.State.TableOf(me.Number) is not (> 0 and var table))
            throw new Refused(Refusal.NotAtATable);
        var message = new TableMessage(_lastMessage + 1, me.Number, said, Now);
        if (!await Stored(() => Chat.Add(message, key, _room.State.Round, table)))
            return;
        _lastMessage = message.Id;
        await _audience.Tell((RoomTopic.Table(_room.State.Round, table), [new MessageSaid(message)]));
    }

    public async Task ShareContact(Guid member, int? to, ContactFields fields)
    {
        _ = _room.Plan;
        var (me, receivers) = _room.Receivers(member, to);
        var gifts = await Exchange.Decide(me, await Exchange.Unblocked(_room, me, receivers), fields, Now);
        if (gifts.Count == 0)
            return;
        // Noted before it is stored: a book that cannot be reached now is filled later.
        await Agenda.Put(this.GetGrainId(), WhenGiven, Now.AddMinutes(1));
        await Exchange.Store(gifts);
        await _audience.Tell(
        [
            (RoomTopic.Participant(me.Number), [.. gifts.Select(gift => new ContactGiven(gift.AsGiven))]),
            .. gifts.Select(gift => (RoomTopic.Participant(gift.Receiver), (IReadOnlyList<RoomEvent>)[new ContactReceived(gift.AsReceived)])),
        ]);
        await OrLater(() => Exchange.Deliver(gifts, _room));
    }

    public Task<string> Watch(string host, IRoomObserver observer)
    {
        _ = _room.Plan;
        _audience.Watch(host, observer);
        _connections.Renew(host, Now);
        WakeUp();
        return Task.FromResult(_audience.Epoch);
    }

    public Task Unwatch(string host)
    {
        _audience.Unwatch(host);
        return Task.CompletedTask;
    }

    private static string WhenOver(int round) => $"round:{round}";

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private IReadOnlyList<Participant> People(IEnumerable<int> numbers) => [.. numbers.Distinct().Select(number => _room.Guests[number].Public())];

    private async Task ComeIn(Guid member, bool standalone, long? chat)
    {
        _ = _room.Plan;
        if (_room.State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        var status = await Community.Status(member);
        if (status < MembershipStatus.Member)
            throw new Refused(status == MembershipStatus.Waiting ? Refusal.AwaitingApproval : Refusal.NotAMember);
        var who = await GrainFactory.GetGrain<IMemberGrain>(member).Get();
        var apart = await Ties.Apart(member, _room.State.Tables.SelectMany(table => table), _room.Guests);
        await Commit(_room.Arrive(who, status == MembershipStatus.Organizer, standalone, Now, apart, chat));
    }

    private async Task RequireOrganizer(Guid by)
    {
        _ = _room.Plan;
        if (await Community.Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
    }
}
