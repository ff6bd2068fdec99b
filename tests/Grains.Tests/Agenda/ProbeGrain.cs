using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Weave.Agenda;

/// <summary>A grain that puts itself on the agenda and lets the test decide what becomes of the calls.</summary>
public interface IProbeGrain : IDueGrain, IGrainWithGuidKey
{
    Task Ask(string what, DateTimeOffset when);

    Task Forget(string what);
}

internal sealed class ProbeGrain : Grain, IProbeGrain
{
    private static readonly ConcurrentDictionary<Guid, Channel<string>> Calls = new();
    private static readonly ConcurrentDictionary<Guid, Func<IProbeGrain, Task>> Answers = new();

    public static ChannelReader<string> CallsOf(Guid id) => Channel(id).Reader;

    /// <summary>What the grain does when called, after it has told the test; it may fail, hang or call itself.</summary>
    public static void Answer(Guid id, Func<IProbeGrain, Task> answer) => Answers[id] = answer;

    public Task Ask(string what, DateTimeOffset when) => GrainFactory.GetGrain<IAgendaGrain>(0).Put(this.GetGrainId(), what, when);

    public Task Forget(string what) => GrainFactory.GetGrain<IAgendaGrain>(0).Remove(this.GetGrainId(), what);

    public async Task OnDue(string what)
    {
        await Channel(this.GetPrimaryKey()).Writer.WriteAsync(what);
        if (Answers.TryGetValue(this.GetPrimaryKey(), out var answer))
            await answer(this);
    }

    private static Channel<string> Channel(Guid id) => Calls.GetOrAdd(id, _ => System.Threading.Channels.Channel.CreateUnbounded<string>());
}
