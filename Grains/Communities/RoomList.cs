using System.Data.Common;
using Dapper;
using Weave.Rooms;

namespace Weave.Communities;

/// <summary>The rooms of one community, as lists show them: rows of the table CommunityRoom.</summary>
internal sealed class RoomList(DbDataSource database, string community)
{
    public Task Put(RoomListing room) => database.Write(db => db.ExecuteAsync(
        """
        INSERT INTO CommunityRoom (Community, Id, Title, StartsAt, Phase, Participants, Capacity)
        VALUES (@community, @Id, @Title, @StartsAt, @Phase, @Participants, @Capacity)
        ON CONFLICT (Community, Id) DO UPDATE SET Title = excluded.Title, StartsAt = excluded.StartsAt, Phase = excluded.Phase,
          Participants = excluded.Participants, Capacity = excluded.Capacity
        """,
        new { community, room.Id, room.Title, room.StartsAt, Phase = (int)room.Phase, room.Participants, room.Capacity }));

    public Task Remove(Guid room) => database.Write(db => db.ExecuteAsync("DELETE FROM CommunityRoom WHERE Community = @community AND Id = @room", new { community, room }));

    /// <summary>The latest first: ids grow with time.</summary>
    public async Task<IReadOnlyList<RoomListing>> Latest(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            "SELECT Id, Title, StartsAt, Phase, Participants, Capacity FROM CommunityRoom WHERE Community = @community ORDER BY Id DESC LIMIT @take",
            new { community, take });
        return [.. rows.Select(row => new RoomListing(row.Id, row.Title, row.StartsAt, (RoomPhase)row.Phase, row.Participants, row.Capacity))];
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset StartsAt { get; init; }
        public required int Phase { get; init; }
        public required int Participants { get; init; }
        public required int Capacity { get; init; }
    }
}
