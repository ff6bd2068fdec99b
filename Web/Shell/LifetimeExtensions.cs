namespace Weave.Shell;

/// <summary>Waiting for the host.</summary>
internal static class LifetimeExtensions
{
    /// <summary>Returns when the server listens and its silo answers.</summary>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var starts = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
