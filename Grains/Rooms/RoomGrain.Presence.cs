using Weave.Communities;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>Who comes in, drops and leaves, and what they see.</summary>
internal sealed partial class RoomGrain
{
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
        var hidden = await Ties.Blocked(member, _room.Guests);
        var giver = await WithContact(me);
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
            Participants = [.. _room.Guests.Select(guest => hidden.Contains(guest.Number) ? guest.Public().Veiled(me.Organizer) : guest.Public())],
            Tables = current.Seats(),
            Stage = current.Stage,
            Left = current.Pause?.Left,
            Next = current.Countdown?.Next,
            Passed = current.Passed.Contains(me.Number),
            FloorHeld = current.FloorHeld,
            House = current.House.Public(),
            Muted = current.House.Muted.Contains(me.Number),
            LeadFreeAt = _room.LeadFreeAt(),
            Waiting = _room.Waiting(),
            Me = me.Number,
            Messages = table == 0 ? [] : [.. (await Chat.Latest(current.Round, table)).Where(message => !hidden.Contains(message.From))],
            RoomMessages = _lastMessage == 0 ? [] : [.. (await Chat.Latest(Chat.Everybody, Chat.Everybody)).Where(message => me.Organizer || !hidden.Contains(message.From))],
            Received = [.. (await Exchange.Received(me.Number)).Where(contact => !hidden.Contains(contact.From))],
            Given = await Exchange.Given(me.Number),
            MyCard = giver.Card,
            MyFields = giver.Shares,
            Wishes = await Wishes.Of(me.Number),
            Whispers = [.. (await Whispers.To(me.Number)).Where(whisper => !hidden.Contains(whisper.From))],
            Questions = [.. (await Questions.All(me.Number, me.Organizer)).Where(question => me.Organizer || !hidden.Contains(question.From))],
            Talk = await Talk(table),
            Calls = [.. current.Calls.Where(call => me.Organizer || call.Table == table)],
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
        await LeaveNobodyAlone();
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

    /// <summary>Who was left alone at a table goes on talking at another one.</summary>
    private async Task LeaveNobodyAlone()
    {
        foreach (var number in _room.Alone(Now))
        {
            var apart = await Ties.Apart(_room.Guests[number].Member, _room.State.Tables.SelectMany(table => table), _room.Guests);
            await Commit(_room.JoinOthers(number, Now, apart));
        }
    }

    private async Task ComeIn(Guid member, bool standalone, long? chat)
    {
        _ = _room.Open();
        var status = await RequireMember(member);
        var who = await GrainFactory.GetGrain<IMemberGrain>(member).Get();
        var apart = await Ties.Apart(member, _room.State.Tables.SelectMany(table => table), _room.Guests);
        await Commit(_room.Arrive(who, status == MembershipStatus.Organizer, standalone, Now, apart, chat));
    }
}
