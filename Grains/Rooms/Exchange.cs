using System.Data.Common;
using Weave.Contacts;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>What participants of one room give each other: stored first, then delivered to the receivers' contact books.</summary>
internal sealed class Exchange(DbDataSource database, IGrainFactory grains, Guid room)
{
    private readonly GiftTable _gifts = new(database, room);

    public async Task<IReadOnlyList<SharedContact>> Received(int number) => [.. (await _gifts.To(number)).Select(gift => gift.AsReceived)];

    public async Task<IReadOnlyList<SharedMine>> Given(int number) => [.. (await _gifts.From(number)).Select(gift => gift.AsGiven)];

    /// <summary>What is new in a gift to these receivers.</summary>
    public async Task<IReadOnlyList<Gift>> Decide(Guest giver, IReadOnlyList<int> receivers, ContactFields fields, DateTimeOffset now)
    {
        var before = (await _gifts.From(giver.Number)).ToDictionary(gift => gift.Receiver);
        return [.. receivers.Select(receiver => giver.Give(receiver, fields, before.GetValueOrDefault(receiver), now)).OfType<Gift>()];
    }

    public Task Store(IReadOnlyList<Gift> gifts) => _gifts.Put(gifts);

    /// <summary>Delivers what is not known to have been.</summary>
    public async Task DeliverRest(Room from) => await Deliver(await _gifts.Undelivered(), from);

    public async Task Deliver(IReadOnlyList<Gift> gifts, Room from)
    {
        foreach (var gift in gifts)
        {
            var giver = from.Guests[gift.Giver];
            await grains.GetGrain<IContactBookGrain>(from.Guests[gift.Receiver].Member).Receive(new Contact
            {
                Member = giver.Member,
                Name = giver.Name,
                Headline = giver.Headline,
                Company = giver.Company,
                Card = gift.Card,
                Source = $"room:{room:N}",
                Occasion = from.Plan.Title,
                At = gift.At,
            });
            await _gifts.Delivered(gift);
        }
    }
}
