using System.Data.Common;
using Dapper;
using Weave.Rooms;

namespace Weave.Communities;

/// <summary>What somebody who leaves a community has still said about its rooms. Reads the tables RoomPlace, CommunityRoom and RoomSubscriber.</summary>
internal sealed class LeavingTable(DbDataSource database, string community)
{
    /// <summary>Rooms of the community that have not begun and that they want to come to.</summary>
    public async Task<IReadOnlyList<Guid>> RoomsAhead(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>(
            "SELECT p.Room FROM RoomPlace p JOIN CommunityRoom r ON r.Id = p.Room WHERE p.Member = @member AND r.Community = @community AND r.Phase = @ahead",
            new { member, community, ahead = (int)RoomPhase.Lobby })];
    }

    /// <summary>Series they are asked about, of any community: only a series knows whose it is.</summary>
    public async Task<IReadOnlyList<Guid>> Series(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return [.. await db.QueryAsync<Guid>("SELECT Series FROM RoomSubscriber WHERE Member = @member", new { member })];
    }
}
