using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>The people of one room: rows of the table RoomGuest.</summary>
internal sealed class GuestTable(DbDataSource database, Guid room)
{
    public async Task<ImmutableArray<Guest>> All()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>("SELECT * FROM RoomGuest WHERE Room = @room ORDER BY Number", new { room });
        return [.. rows.Select(row => row.Guest)];
    }

    /// <summary>Stores some. Throws when a number was given to somebody else meanwhile, which another activation of the room has done.</summary>
    public Task Put(IReadOnlyList<Guest> guests) => database.Write(async db =>
    {
        foreach (var guest in guests)
        {
            var stored = await db.ExecuteAsync(
                """
                INSERT INTO RoomGuest (Room, Number, Member, Name, Headline, Company, Picture, Interests, LooksFor, Offers, Organizer,
                  Email, Phone, Telegram, Links, Shares, Presence, Standalone, Chat, SeenAt, JoinedAt, PresentFor)
                VALUES (@room, @Number, @Member, @Name, @Headline, @Company, @Picture, @Interests, @LooksFor, @Offers, @Organizer,
                  @Email, @Phone, @Telegram, @Links, @Shares, @Presence, @Standalone, @Chat, @SeenAt, @JoinedAt, @PresentFor)
                ON CONFLICT (Room, Number) DO UPDATE SET Name = excluded.Name, Headline = excluded.Headline, Company = excluded.Company,
                  Picture = excluded.Picture, Interests = excluded.Interests, LooksFor = excluded.LooksFor, Offers = excluded.Offers,
                  Organizer = excluded.Organizer, Email = excluded.Email, Phone = excluded.Phone, Telegram = excluded.Telegram,
                  Links = excluded.Links, Shares = excluded.Shares, Presence = excluded.Presence, Standalone = excluded.Standalone, Chat = excluded.Chat,
                  SeenAt = excluded.SeenAt, JoinedAt = excluded.JoinedAt, PresentFor = excluded.PresentFor
                  WHERE RoomGuest.Member = excluded.Member
                """,
                new
                {
                    room,
                    guest.Number,
                    guest.Member,
                    guest.Name,
                    guest.Headline,
                    guest.Company,
                    guest.Picture,
                    Interests = Lines.Join(guest.Interests),
                    guest.LooksFor,
                    guest.Offers,
                    Organizer = guest.Organizer ? 1 : 0,
                    guest.Card.Email,
                    guest.Card.Phone,
                    guest.Card.Telegram,
                    Links = Lines.Join(guest.Card.Links),
                    Shares = (int)guest.Shares,
                    Presence = (int)guest.Presence,
                    Standalone = guest.Standalone ? 1 : 0,
                    guest.Chat,
                    guest.SeenAt,
                    guest.JoinedAt,
                    PresentFor = (long)guest.PresentFor.TotalMilliseconds,
                });
            if (stored == 0)
                throw new InvalidOperationException($"Number {guest.Number} belongs to somebody else.");
        }
        return guests.Count;
    });

    private sealed record Row
    {
        public required int Number { get; init; }
        public required Guid Member { get; init; }
        public required string Name { get; init; }
        public required string Headline { get; init; }
        public required string Company { get; init; }
        public string? Picture { get; init; }
        public required string Interests { get; init; }
        public required string LooksFor { get; init; }
        public required string Offers { get; init; }
        public required int Organizer { get; init; }
        public required string Email { get; init; }
        public required string Phone { get; init; }
        public required string Telegram { get; init; }
        public required string Links { get; init; }
        public required int Shares { get; init; }
        public required int Presence { get; init; }
        public required int Standalone { get; init; }
        public long? Chat { get; init; }
        public required DateTimeOffset SeenAt { get; init; }
        public DateTimeOffset? JoinedAt { get; init; }
        public required long PresentFor { get; init; }

        public Guest Guest => new()
        {
            Number = Number,
            Member = Member,
            Name = Name,
            Headline = Headline,
            Company = Company,
            Picture = Picture,
            Interests = Lines.Split(Interests),
            LooksFor = LooksFor,
            Offers = Offers,
            Organizer = Organizer != 0,
            Card = new ContactCard { Email = Email, Phone = Phone, Telegram = Telegram, Links = Lines.Split(Links) },
            Shares = (ContactFields)Shares,
            Presence = (Presence)Presence,
            Standalone = Standalone != 0,
            Chat = Chat,
            SeenAt = SeenAt,
            JoinedAt = JoinedAt ?? SeenAt,
            PresentFor = TimeSpan.FromMilliseconds(PresentFor),
        };
    }
}
