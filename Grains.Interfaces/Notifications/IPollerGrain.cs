namespace Weave.Notifications;

/// <summary>Which host of the cluster fetches the bot's updates: one at a time, because Telegram lets only one. Key: 0.</summary>
[Alias("poller")]
public interface IPollerGrain : IGrainWithIntegerKey
{
    /// <summary>Takes the task, or keeps it, for <paramref name="time"/>; false while another host has it. Fetch for a shorter time than that.</summary>
    [Alias("hold")]
    Task<bool> Hold(string host, TimeSpan time);

    /// <summary>Gives the task away before its time; nothing happens when another host has it.</summary>
    [Alias("release")]
    Task Release(string host);
}
