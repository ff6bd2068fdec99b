using Orleans.Storage;
using Weave.Sql;

namespace Weave;

/// <summary>
/// Tells the ADO.NET storage the grain's type along with the name of the state: by itself it keys a row by the name and the grain's key alone, so that a member and
/// their picture, which share an id, would overwrite each other. On SQLite, has it write among the others.
/// </summary>
internal sealed class GrainStorage(IGrainStorage storage, SqliteDatabase? sqlite) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(Name(stateName, grainId), grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Write(grainState, () => storage.WriteStateAsync(Name(stateName, grainId), grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Write(grainState, () => storage.ClearStateAsync(Name(stateName, grainId), grainId, grainState));

    private async Task Write<T>(IGrainState<T> grainState, Func<Task> write)
    {
        if (sqlite is null)
        {
            await write();
            return;
        }
        var (version, exists, state) = (grainState.ETag, grainState.RecordExists, grainState.State);
        try
        {
            await sqlite.Write(write);
        }
        catch
        {
            // It may have been written, or cleared, and then not committed.
            (grainState.ETag, grainState.RecordExists, grainState.State) = (version, exists, state);
            throw;
        }
    }

    private static string Name(string stateName, GrainId grainId) => $"{grainId.Type}/{stateName}";
}
