using System.Data.Common;
using Dapper;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>The contacts given in one room: rows of the table RoomContact.</summary>
internal sealed class GiftTable(DbDataSource database, Guid room)
{
    /// <summary>Stores some; what brings them into the receivers' books is written with it.</summary>
    public Task Put(DbConnection db, IReadOnlyList<Gift> gifts) => db.ExecuteAsync(
        """
        INSERT INTO RoomContact (Room, Giver, Receiver, Fields, Email, Phone, Telegram, Links, At, Delivered)
        VALUES (@room, @Giver, @Receiver, @Fields, @Email, @Phone, @Telegram, @Links, @At, 1)
        ON CONFLICT (Room, Giver, Receiver) DO UPDATE SET Fields = excluded.Fields, Email = excluded.Email, Phone = excluded.Phone,
          Telegram = excluded.Telegram, Links = excluded.Links, At = excluded.At, Delivered = 1
        """,
        gifts.Select(gift => new
        {
            room,
            gift.Giver,
            gift.Receiver,
            Fields = (int)gift.Fields,
            gift.Card.Email,
            gift.Card.Phone,
            gift.Card.Telegram,
            Links = Lines.Join(gift.Card.Links),
            gift.At,
        }));

    public Task<IReadOnlyList<Gift>> From(int giver) => Read("Giver = @number", giver);

    public Task<IReadOnlyList<Gift>> From(DbConnection db, int giver) => Read(db, "Giver = @number", giver);

    public Task<IReadOnlyList<Gift>> To(int receiver) => Read("Receiver = @number", receiver);

    /// <summary>Those that an older version stored before it brought them into the books.</summary>
    public Task<IReadOnlyList<Gift>> Undelivered(DbConnection db) => Read(db, "Delivered = @number", 0);

    private async Task<IReadOnlyList<Gift>> Read(string which, int number)
    {
        await using var db = await database.OpenConnectionAsync();
        return await Read(db, which, number);
    }

    private async Task<IReadOnlyList<Gift>> Read(DbConnection db, string which, int number)
    {
        var rows = await db.QueryAsync<Row>($"SELECT * FROM RoomContact WHERE Room = @room AND {which} ORDER BY At, Giver, Receiver", new { room, number });
        return [.. rows.Select(row => row.Gift)];
    }

    private sealed record Row
    {
        public required int Giver { get; init; }
        public required int Receiver { get; init; }
        public required int Fields { get; init; }
        public required string Email { get; init; }
        public required string Phone { get; init; }
        public required string Telegram { get; init; }
        public required string Links { get; init; }
        public required DateTimeOffset At { get; init; }

        public Gift Gift => new(Giver, Receiver, (ContactFields)Fields,
            new ContactCard { Email = Email, Phone = Phone, Telegram = Telegram, Links = Lines.Split(Links) }, At);
    }
}
