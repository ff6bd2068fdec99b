using Xunit;

namespace Weave.Agenda;

public sealed class AgendaTests(TestSilo silo) : IClassFixture<TestSilo>
{
    [Fact]
    public async Task What_is_put_on_the_agenda_is_called_when_its_time_has_come()
    {
        var id = Guid.CreateVersion7();
        await silo.Grains.GetGrain<IProbeGrain>(id).Ask("wake", silo.Clock.GetUtcNow().AddMinutes(5));

        silo.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("wake", await ProbeGrain.CallsOf(id).ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_is_called_may_put_the_next_thing_on()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = Guid.CreateVersion7();
        await silo.Grains.GetGrain<IProbeGrain>(id).Ask("again", silo.Clock.GetUtcNow().AddMinutes(5));

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("again", await ProbeGrain.CallsOf(id).ReadAsync(cancellation));

        await silo.Until(() => ValueTask.FromResult(ProbeGrain.CallsOf(id).TryPeek(out var next) && next == "next"));
    }
}
