using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Weave.Agenda;

/// <summary>A grain that puts itself on the agenda and tells the test when it is called.</summary>
public interface IProbeGrain : IDueGrain, IGrainWithGuidKey
{
    Task Ask(string what, DateTimeOffset when);
}

internal sealed class ProbeGrain(TimeProvider time) : Grain, IProbeGrain
{
    private static readonly ConcurrentDictionary<Guid, Channel<string>> Calls = new();

    public static ChannelReader<string> CallsOf(Guid id) => Channel(id).Reader;

    public Task Ask(string what, DateTimeOffset when) => GrainFactory.GetGrain<IAgendaGrain>(0).Put(this.GetGrainId(), what, when);

    public async Task OnDue(string what)
    {
        if (what == "again")
            await Ask("next", time.GetUtcNow().AddSeconds(1));
        await Channel(this.GetPrimaryKey()).Writer.WriteAsync(what);
    }

    private static Channel<string> Channel(Guid id) => Calls.GetOrAdd(id, _ => System.Threading.Channels.Channel.CreateUnbounded<string>());
}
