using System.Collections.Immutable;
using System.Data.Common;
using Dapper;

namespace Weave.Rooms;

/// <summary>Who will come to one room: rows of the table RoomPlace.</summary>
internal sealed class PlaceTable(DbDataSource database, Guid room)
{
    public async Task<ImmutableArray<Place>> All()
    {
        await using var db = await database.OpenConnectionAsync();
        var rows = await db.QueryAsync<Row>("SELECT Member, Number, Has, At FROM RoomPlace WHERE Room = @room ORDER BY Number", new { room });
        return [.. rows.Select(row => new Place(row.Member, row.Number, row.Has != 0, row.At))];
    }

    /// <summary>Stores what has changed.</summary>
    public async Task Change(ImmutableArray<Place> before, ImmutableArray<Place> after)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        var known = before.ToHashSet();
        foreach (var gone in before.Where(place => after.Find(place.Member) is null))
            await db.ExecuteAsync("DELETE FROM RoomPlace WHERE Room = @room AND Member = @Member", new { room, gone.Member }, transaction);
        foreach (var place in after.Where(place => !known.Contains(place)))
        {
            await db.ExecuteAsync(
                """
                INSERT INTO RoomPlace (Room, Member, Number, Has, At) VALUES (@room, @Member, @Number, @Has, @At)
                ON CONFLICT (Room, Member) DO UPDATE SET Number = excluded.Number, Has = excluded.Has, At = excluded.At
                """,
                new { room, place.Member, place.Number, Has = place.Has ? 1 : 0, place.At },
                transaction);
        }
        await transaction.CommitAsync();
    }

    private sealed record Row
    {
        public required Guid Member { get; init; }
        public required int Number { get; init; }
        public required int Has { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
