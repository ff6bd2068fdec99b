namespace Weave.Agenda;

/// <summary>A grain that has put something on the agenda, and is called when it is due.</summary>
[Alias("due")]
public interface IDueGrain : IGrain
{
    /// <summary>
    /// Called at or after the time asked for, at least once: the handler must be idempotent. The entry is removed when it returns;
    /// an exception makes the agenda come back later.
    /// </summary>
    /// <param name="what">The name given when it was put on the agenda.</param>
    [Alias("onDue")]
    Task OnDue(string what);
}
