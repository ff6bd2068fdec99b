using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weave.Agenda;

public sealed class AgendaTests(TestSilo silo) : IClassFixture<TestSilo>
{
    private readonly Guid _id = Guid.CreateVersion7();

    private DateTimeOffset Soon => silo.Clock.GetUtcNow().AddMinutes(5);

    [Fact]
    public async Task What_is_put_on_the_agenda_is_called_when_its_time_has_come_and_not_before()
    {
        await Probe(_id).Ask("early", Soon);
        await Probe(_id).Ask("late", Soon.AddMinutes(5));

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("early", await Call(_id));
        await Gone(_id, "early");
        Assert.False(ProbeGrain.CallsOf(_id).TryRead(out _));

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("late", await Call(_id));
    }

    [Fact]
    public async Task It_survives_a_restart()
    {
        await using var own = new TestSilo();
        await own.InitializeAsync();
        await own.Grains.GetGrain<IProbeGrain>(_id).Ask("wake", own.Clock.GetUtcNow().AddMinutes(5));

        await own.Restart();
        own.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("wake", await Call(_id, own));
    }

    [Fact]
    public async Task A_grain_that_fails_is_called_again()
    {
        var tries = 0;
        ProbeGrain.Answer(_id, _ => ++tries < 3 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask);
        await Probe(_id).Ask("wake", Soon);

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        for (var call = 0; call < 3; call++)
            Assert.Equal("wake", await Call(_id));
        await Gone(_id, "wake");
    }

    [Fact]
    public async Task Grains_that_fail_or_hang_do_not_hold_up_the_others()
    {
        var never = new TaskCompletionSource();
        Guid failing = Guid.CreateVersion7(), hanging = Guid.CreateVersion7(), later = Guid.CreateVersion7();
        ProbeGrain.Answer(failing, _ => throw new InvalidOperationException("Never."));
        ProbeGrain.Answer(hanging, _ => never.Task);
        foreach (var id in new[] { failing, hanging, _id })
            await Probe(id).Ask("wake", Soon);
        await Probe(later).Ask("wake", Soon.AddMinutes(5));

        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("wake", await Call(hanging));
        Assert.Equal("wake", await Call(_id));
        silo.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("wake", await Call(later));
        Assert.False(ProbeGrain.CallsOf(hanging).TryRead(out _), "A call that is still going on must not be made twice.");
        never.SetResult();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task What_a_grain_puts_on_again_while_it_is_called_stays(int minutes)
    {
        var calls = 0;
        ProbeGrain.Answer(_id, me => ++calls == 1 ? me.Ask("wake", silo.Clock.GetUtcNow().AddMinutes(minutes)) : Task.CompletedTask);
        // Due exactly when it is called: put on again for "now", the two entries look alike.
        await Probe(_id).Ask("wake", silo.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("wake", await Call(_id));
        silo.Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal("wake", await Call(_id));
        await Gone(_id, "wake");
    }

    [Fact]
    public async Task What_is_taken_off_is_not_called()
    {
        await Probe(_id).Ask("unwanted", Soon);
        await Probe(_id).Ask("wanted", Soon.AddSeconds(1));
        await Probe(_id).Forget("unwanted");

        silo.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("wanted", await Call(_id));
    }

    [Fact]
    public async Task More_than_a_batch_at_once_is_called_without_waiting_for_the_next_second()
    {
        Guid[] many = [.. Enumerable.Range(0, 250).Select(_ => Guid.CreateVersion7())];
        foreach (var id in many)
            await Probe(id).Ask("wake", Soon);

        silo.Clock.Advance(TimeSpan.FromMinutes(6));

        foreach (var id in many)
            Assert.Equal("wake", await ProbeGrain.CallsOf(id).ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private IProbeGrain Probe(Guid id) => silo.Grains.GetGrain<IProbeGrain>(id);

    /// <summary>The grain's next call. The clock goes on while it is waited for, since the agenda looks once a second.</summary>
    private async Task<string> Call(Guid id, TestSilo? on = null)
    {
        string? what = null;
        await (on ?? silo).Until(() => new(ProbeGrain.CallsOf(id).TryRead(out what)));
        return what!;
    }

    private Task Gone(Guid id, string what) => silo.Until(async () =>
    {
        await using var db = await silo.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        return 0 == await db.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM Agenda WHERE Grain = @Grain AND What = @what", new { Grain = Probe(id).GetGrainId().ToString(), what });
    });
}
