using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>Who is asked each time a room of one series is opened: rows of the table RoomSubscriber.</summary>
internal sealed class SubscriberTable(DbDataSource database, Guid series)
{
    public async Task Put(Guid member, DateTimeOffset since)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("INSERT INTO RoomSubscriber (Series, Member, Since) VALUES (@series, @member, @since) ON CONFLICT DO NOTHING", new { series, member, since });
    }

    public async Task Remove(Guid member)
    {
        await using var db = await database.OpenForWriting();
        await db.ExecuteAsync("DELETE FROM RoomSubscriber WHERE Series = @series AND Member = @member", new { series, member });
    }

    public async Task<bool> Has(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM RoomSubscriber WHERE Series = @series AND Member = @member", new { series, member }) > 0;
    }
}
