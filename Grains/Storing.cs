namespace Weave;

/// <summary>Storing a decision.</summary>
internal static class Storing
{
    /// <summary>Writes <paramref name="next"/>. When that fails the grain keeps thinking what the database says, so that nobody is told of what is not stored.</summary>
    public static async Task Store<T>(this IPersistentState<T> state, T next)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }
    }
}
