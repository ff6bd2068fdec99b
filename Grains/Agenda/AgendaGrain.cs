using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Weave.Agenda;

/// <summary>Reads the table of what is due once a second and calls the grains concerned. One reminder brings it back after a fault. Reentrant: a grain
/// called because something is due may put the next thing on.</summary>
[Reentrant]
internal sealed partial class AgendaGrain(DbDataSource database, TimeProvider time, ILogger<AgendaGrain> logger) : Grain, IAgendaGrain, IRemindable
{
    private const int Batch = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(CallDue, new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task Start() => this.RegisterOrUpdateReminder("alive", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    public async Task Put(GrainId grain, string what, DateTimeOffset when)
    {
        await using var db = await database.OpenConnectionAsync();
        await db.ExecuteAsync(
            "INSERT INTO Agenda (Grain, What, Due) VALUES (@Grain, @what, @when) ON CONFLICT (Grain, What) DO UPDATE SET Due = excluded.Due",
            new { Grain = grain.ToString(), what, when });
    }

    public async Task Remove(GrainId grain, string what)
    {
        await using var db = await database.OpenConnectionAsync();
        await db.ExecuteAsync("DELETE FROM Agenda WHERE Grain = @Grain AND What = @what", new { Grain = grain.ToString(), what });
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private async Task CallDue(CancellationToken cancellation)
    {
        await using var db = await database.OpenConnectionAsync(cancellation);
        var due = await db.QueryAsync<Entry>(
            "SELECT Grain, What, Due FROM Agenda WHERE Due <= @Now ORDER BY Due LIMIT @Batch", new { Now = time.GetUtcNow(), Batch });
        // Each call stands alone: a grain that fails must not hold up the others.
        await Task.WhenAll(due.Select(Call));
    }

    private async Task Call(Entry entry)
    {
        await using var db = await database.OpenConnectionAsync();
        try
        {
            await GrainFactory.GetGrain<IDueGrain>(GrainId.Parse(entry.Grain, CultureInfo.InvariantCulture)).OnDue(entry.What);
            // What the grain put on again meanwhile has another time and stays.
            await db.ExecuteAsync("DELETE FROM Agenda WHERE Grain = @Grain AND What = @What AND Due = @Due", entry);
        }
        catch (Exception e)
        {
            LogFailed(logger, e, entry.Grain, entry.What);
            await db.ExecuteAsync("UPDATE Agenda SET Due = @Later WHERE Grain = @Grain AND What = @What AND Due = @Due",
                new { entry.Grain, entry.What, entry.Due, Later = time.GetUtcNow().AddSeconds(30) });
        }
    }

    [LoggerMessage(LogLevel.Error, "{Grain} failed at {What}; it is called again in half a minute.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string grain, string what);

    private sealed record Entry
    {
        public required string Grain { get; init; }
        public required string What { get; init; }
        public required DateTimeOffset Due { get; init; }
    }
}
