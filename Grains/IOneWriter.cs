using System.Data.Common;

namespace Weave;

/// <summary>A database that takes one writer at a time. Whoever wants to write waits here for their turn, and holds up no thread meanwhile.</summary>
public interface IOneWriter
{
    /// <summary>Does some work in one transaction with that of others who wait, though it fails alone: see <c>Writing.Write</c>.</summary>
    Task<T> Write<T>(Func<DbConnection, Task<T>> work);

    /// <summary>A connection whose disposal ends the turn and returns when what was written is on the disk. One method opens it and writes; it asks no grain
    /// and opens no second one in between.</summary>
    Task<DbConnection> OpenForWriting();
}
