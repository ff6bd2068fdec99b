using Orleans.Storage;

namespace Weave;

/// <summary>
/// Tells the ADO.NET storage the grain's type along with the name of the state. By itself it keys a row by the name and the grain's key alone, so that a member and
/// their picture, which share an id, would overwrite each other.
/// </summary>
internal sealed class StoragePerGrainType(IGrainStorage storage) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ReadStateAsync(Name(stateName, grainId), grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.WriteStateAsync(Name(stateName, grainId), grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        storage.ClearStateAsync(Name(stateName, grainId), grainId, grainState);

    private static string Name(string stateName, GrainId grainId) => $"{grainId.Type}/{stateName}";
}
