using System.Data.Common;
using Dapper;

namespace Weave.Communities;

/// <summary>
/// The people of one community: rows of the table Membership, which alone decides who belongs. A change and the count in the directory are one
/// transaction, so that neither is ever seen without the other.
/// </summary>
internal sealed class Roster(DbDataSource database, TimeProvider time, string community)
{
    private const string Rank = "CASE Status WHEN 1 THEN 0 WHEN 3 THEN 1 ELSE 2 END";

    public async Task<MembershipStatus> Status(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        // No row reads as zero, which is None.
        return (MembershipStatus)await db.ExecuteScalarAsync<int>(
            "SELECT Status FROM Membership WHERE Community = @community AND Member = @member", new { community, member });
    }

    /// <summary>Moves somebody from one standing to another; false, with nothing changed, when they do not stand at
    /// <paramref name="from"/> or when the last organizer would be gone.</summary>
    public async Task<bool> Move(Guid member, MembershipStatus from, MembershipStatus to)
    {
        var arguments = new { community, member, from = (int)from, to = (int)to, now = time.GetUtcNow(), change = Counted(to) - Counted(from) };
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        // First, because changes of one community queue up behind this row: two organizers stepping down at once must not leave none.
        await db.ExecuteAsync("UPDATE CommunityListing SET Members = Members + @change WHERE Slug = @community", arguments, transaction);
        if (await db.ExecuteAsync(Statement(from, to), arguments, transaction) == 0)
            return false;
        // Who comes back is asked anew: nobody is in because of something they said before they left.
        if (to == MembershipStatus.None)
            await db.ExecuteAsync("DELETE FROM Standing WHERE Community = @community AND Member = @member", arguments, transaction);
        await transaction.CommitAsync();
        return true;
    }

    public async Task<IReadOnlyList<Guid>> Organizers()
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>($"SELECT Member FROM Membership WHERE Community = @community AND {Rank} = 1", new { community })];
    }

    /// <summary>Since when somebody has waited; null when they do not.</summary>
    public async Task<DateTimeOffset?> WaitingSince(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return (await db.QueryAsync<Row>(
            "SELECT Member, Status, Since FROM Membership WHERE Community = @community AND Member = @member AND Status = 1", new { community, member }))
            .FirstOrDefault()?.Since;
    }

    public async Task<(int Members, int Waiting)> Count()
    {
        await using var db = await database.OpenConnectionAsync();
        var members = await db.ExecuteScalarAsync<int>("SELECT Members FROM CommunityListing WHERE Slug = @community", new { community });
        var waiting = await db.ExecuteScalarAsync<int>(
            $"SELECT COUNT(*) FROM Membership WHERE Community = @community AND {Rank} = 0", new { community });
        return (members, waiting);
    }

    /// <summary>Those who wait, then organizers, then members, each by date.</summary>
    public async Task<IReadOnlyList<RosterEntry>> Slice(int skip, int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            $"SELECT Member, Status, Since FROM Membership WHERE Community = @community ORDER BY {Rank}, Since, Member LIMIT @take OFFSET @skip",
            new { community, skip, take });
        return [.. rows.Select(row => new RosterEntry(row.Member, (MembershipStatus)row.Status, row.Since))];
    }

    private static int Counted(MembershipStatus status) => status >= MembershipStatus.Member ? 1 : 0;

    private static string Statement(MembershipStatus from, MembershipStatus to)
    {
        const string One = "WHERE Community = @community AND Member = @member AND Status = @from";
        const string NotTheLast = "AND EXISTS (SELECT 1 FROM Membership AS other WHERE other.Community = @community AND other.Status = 3 AND other.Member <> @member)";
        var which = from == MembershipStatus.Organizer ? $"{One} {NotTheLast}" : One;
        return (from, to) switch
        {
            (MembershipStatus.None, _) =>
                "INSERT INTO Membership (Community, Member, Status, Since) VALUES (@community, @member, @to, @now) ON CONFLICT DO NOTHING",
            (_, MembershipStatus.None) => $"DELETE FROM Membership {which}",
            (MembershipStatus.Waiting, _) => $"UPDATE Membership SET Status = @to, Since = @now {which}",
            _ => $"UPDATE Membership SET Status = @to {which}",
        };
    }

    private sealed record Row
    {
        public required Guid Member { get; init; }
        public required int Status { get; init; }
        public required DateTimeOffset Since { get; init; }
    }
}
