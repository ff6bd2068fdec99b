using System.Data.Common;

namespace Weave;

/// <summary>Writing to our own tables.</summary>
internal static class Writing
{
    /// <summary>A connection to write with: see <see cref="IOneWriter.OpenForWriting"/>, where the database is one of these.</summary>
    public static async Task<DbConnection> OpenForWriting(this DbDataSource database) =>
        database is IOneWriter one ? await one.OpenForWriting() : await database.OpenConnectionAsync();
}
