namespace Weave.Agenda;

/// <summary>
/// The one durable list of what is due when (a table indexed by time). One activation, key 0, kept alive by one reminder; it calls
/// each <see cref="IDueGrain"/> late rather than never.
/// </summary>
[Alias("agenda")]
public interface IAgendaGrain : IGrainWithIntegerKey
{
    /// <summary>Calls <paramref name="grain"/> with <paramref name="what"/> at <paramref name="when"/>; replaces an earlier entry of the same two.</summary>
    [Alias("put")]
    Task Put(GrainId grain, string what, DateTimeOffset when);

    /// <summary>Takes the entry off; nothing happens when there is none.</summary>
    [Alias("remove")]
    Task Remove(GrainId grain, string what);

    /// <summary>Starts the clockwork; called by every starting silo, and by all of them again and again where there may be several.</summary>
    [Alias("start")]
    Task Start();
}
