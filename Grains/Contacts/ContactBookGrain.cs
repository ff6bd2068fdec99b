using System.Data.Common;
using Dapper;
using Weave.Members;

namespace Weave.Contacts;

/// <summary>One member's contact book: rows of the tables Contact and ContactSource. Written by rooms and matches, read by the member's pages.</summary>
internal sealed class ContactBookGrain(DbDataSource database) : Grain, IContactBookGrain
{
    private const int MostAtOnce = 500;
    private const string Columns = "Contact.Member, Name, Headline, Company, Email, Phone, Telegram, Links, Contact.Source, Occasion, At";

    /// <summary>Neither sees anything of the other while one of them has blocked the other.</summary>
    private const string Unblocked =
        "NOT EXISTS (SELECT 1 FROM Stance WHERE Stance.Stance = 3 AND ((Stance.Member = @Owner AND Stance.Other = Contact.Member) OR (Stance.Member = Contact.Member AND Stance.Other = @Owner)))";

    private Guid Owner => this.GetPrimaryKey();

    public Task Receive(Contact contact) => database.Write(db => db.Receive(Owner, contact));

    public async Task<Page<Contact>> List(int skip, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            $"SELECT {Columns} FROM Contact WHERE Owner = @Owner AND {Unblocked} ORDER BY At DESC, Contact.Member LIMIT @take OFFSET @skip",
            new { Owner, skip = Math.Max(skip, 0), take = Math.Clamp(take, 0, MostAtOnce) });
        var total = await db.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM Contact WHERE Owner = @Owner AND {Unblocked}", new { Owner });
        return new([.. rows.Select(row => row.Contact)], total);
    }

    public async Task<Contact?> Find(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>($"SELECT {Columns} FROM Contact WHERE Owner = @Owner AND Contact.Member = @member AND {Unblocked}", new { Owner, member });
        return rows.SingleOrDefault()?.Contact;
    }

    public async Task<IReadOnlyList<Contact>> From(string source)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            $"""
            SELECT {Columns} FROM Contact JOIN ContactSource ON ContactSource.Owner = Contact.Owner AND ContactSource.Member = Contact.Member
            WHERE ContactSource.Owner = @Owner AND ContactSource.Source = @source AND {Unblocked} ORDER BY At DESC, Contact.Member LIMIT @MostAtOnce
            """,
            new { Owner, source, MostAtOnce });
        return [.. rows.Select(row => row.Contact)];
    }

    private sealed record Row
    {
        public required Guid Member { get; init; }
        public required string Name { get; init; }
        public required string Headline { get; init; }
        public required string Company { get; init; }
        public required string Email { get; init; }
        public required string Phone { get; init; }
        public required string Telegram { get; init; }
        public required string Links { get; init; }
        public required string Source { get; init; }
        public required string Occasion { get; init; }
        public required DateTimeOffset At { get; init; }

        public Contact Contact => new()
        {
            Member = Member,
            Name = Name,
            Headline = Headline,
            Company = Company,
            Card = new ContactCard { Email = Email, Phone = Phone, Telegram = Telegram, Links = Lines.Split(Links) },
            Source = Source,
            Occasion = Occasion,
            At = At,
        };
    }
}
