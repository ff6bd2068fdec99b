using System.Data.Common;
using Weave.Contacts;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>What participants of one room give each other: stored in the room and in the receivers' contact books at once.</summary>
internal sealed class Exchange(DbDataSource database, Guid room)
{
    private readonly GiftTable _gifts = new(database, room);

    public async Task<IReadOnlyList<SharedContact>> Received(int number) => [.. (await _gifts.To(number)).Select(gift => gift.AsReceived)];

    public async Task<IReadOnlyList<SharedMine>> Given(int number) => [.. (await _gifts.From(number)).Select(gift => gift.AsGiven)];

    /// <summary>Stores what is new in a gift to these receivers, and in their contact books with it.</summary>
    public async Task<IReadOnlyList<Gift>> Give(Room from, Guest giver, IReadOnlyList<int> receivers, ContactFields fields, DateTimeOffset now) => receivers.Count == 0 ? [] : await database.Write(async db =>
    {
        var before = (await _gifts.From(db, giver.Number)).ToDictionary(gift => gift.Receiver);
        var gifts = receivers.Select(receiver => giver.Give(receiver, fields, before.GetValueOrDefault(receiver), now)).OfType<Gift>().ToList();
        await Store(db, from, gifts);
        return gifts;
    });

    /// <summary>Brings into the books what an older version has left to be brought.</summary>
    public Task GiveRest(Room from) => database.Write(async db =>
    {
        var gifts = await _gifts.Undelivered(db);
        await Store(db, from, gifts);
        return gifts.Count;
    });

    private async Task Store(DbConnection db, Room from, IReadOnlyList<Gift> gifts)
    {
        await _gifts.Put(db, gifts);
        foreach (var gift in gifts)
        {
            var giver = from.Guests[gift.Giver];
            await db.Receive(from.Guests[gift.Receiver].Member, new Contact
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
        }
    }
}
