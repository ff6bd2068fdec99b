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

    /// <summary>Those that are on or ahead, the first to begin first; as far as there is space for more, those that are over, the last one first.</summary>
    public async Task<IReadOnlyList<RoomListing>> Some(int take)
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>(
            """
            SELECT Id, Title, StartsAt, Phase, Participants, Capacity FROM CommunityRoom WHERE Community = @community
            ORDER BY CASE Phase WHEN @over THEN 1 ELSE 0 END, CASE Phase WHEN @over THEN -StartsAt ELSE StartsAt END, Id DESC LIMIT @take
            """,
            new { community, take, over = (int)RoomPhase.Closed });
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
