using Weave.Members;

namespace Weave.Rooms;

/// <summary>Contacts that go from hand to hand.</summary>
internal sealed partial class RoomGrain
{
    public async Task ShareContact(Guid member, int? to, ContactFields fields)
    {
        var givers = to is not null && _room.Find(member) is { } guest ? (await Exchange.Received(guest.Number)).Select(contact => contact.From).ToHashSet() : [];
        var (me, receivers) = _room.Receivers(member, to, givers);
        await Give(me, receivers, fields);
    }

    public Task ShareWithRoom(Guid member, ContactFields fields)
    {
        var (me, receivers) = _room.Everybody(member);
        return Give(me, receivers, fields);
    }

    private async Task Give(Guest me, IReadOnlyList<int> receivers, ContactFields fields)
    {
        me = await WithContact(me);
        // Nobody learns who is left out.
        var blocked = await Ties.Blocked(me.Member, _room.Guests);
        var gifts = await Exchange.Give(_room, me, [.. receivers.Where(receiver => !blocked.Contains(receiver))], fields, Now);
        if (gifts.Count == 0)
            return;
        await _audience.Tell(
        [
            (RoomTopic.Participant(me.Number), [.. gifts.Select(gift => new ContactGiven(gift.AsGiven))]),
            .. gifts.Select(gift => (RoomTopic.Participant(gift.Receiver), (IReadOnlyList<RoomEvent>)[new ContactReceived(gift.AsReceived)])),
        ]);
    }

    /// <summary>Who had no contact to give when they came in may have filled it in since: nobody comes in anew to a chat for that, nor to a room that is over.</summary>
    private async Task<Guest> WithContact(Guest guest)
    {
        if (guest.Shared().Filled() != ContactFields.None)
            return guest;
        try
        {
            var member = await GrainFactory.GetGrain<IMemberGrain>(guest.Member).Get();
            return guest with { Card = member.Card, Shares = member.Settings.Shares };
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            // The account is gone, and its card with it.
            return guest;
        }
    }
}
