using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Weave.Agenda;

/// <summary>
/// Reads the table of what is due once a second and calls the grains concerned. One reminder brings it back after a fault. Reentrant, because a grain
/// that is called usually puts something on again, and because one that takes its time must not keep the others waiting.
/// </summary>
[Reentrant]
internal sealed partial class AgendaGrain(DbDataSource database, TimeProvider time, ILogger<AgendaGrain> logger) : Grain, IAgendaGrain, IRemindable
{
    private const int Batch = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>What is being called. The value turns true when it is put on or taken off again meanwhile.</summary>
    private readonly Dictionary<(string Grain, string What), bool> _calls = [];
    private bool _reminded;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(CallDue, new GrainTimerCreationOptions(Tick, Tick) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task Start()
    {
        if (_reminded)
            return;
        await this.RegisterOrUpdateReminder("alive", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _reminded = true;
    }

    public async Task Put(GrainId grain, string what, DateTimeOffset when)
    {
        Touch(grain, what);
        await database.Write(db => db.ExecuteAsync(
            "INSERT INTO Agenda (Grain, What, Due) VALUES (@Grain, @what, @when) ON CONFLICT (Grain, What) DO UPDATE SET Due = excluded.Due",
            new { Grain = grain.ToString(), what, when }));
    }

    public async Task Remove(GrainId grain, string what)
    {
        Touch(grain, what);
        await database.Write(db => db.ExecuteAsync("DELETE FROM Agenda WHERE Grain = @Grain AND What = @what", new { Grain = grain.ToString(), what }));
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private void Touch(GrainId grain, string what)
    {
        var key = (grain.ToString(), what);
        if (_calls.ContainsKey(key))
            _calls[key] = true;
    }

    private async Task CallDue(CancellationToken cancellation)
    {
        for (var full = true; full;)
        {
            var due = await Due(cancellation);
            full = due.Count == Batch;
            try
            {
                await Task.WhenAll(due.Select(Call)).WaitAsync(Tick, time, cancellation);
            }
            catch (TimeoutException)
            {
                // Those that take longer go on by themselves; the next tick looks for others.
                return;
            }
        }
    }

    /// <summary>The next that are due and not being called yet.</summary>
    private async Task<IReadOnlyList<Entry>> Due(CancellationToken cancellation)
    {
        // Asked before the table is: a call that ends while it is read is still in what was read, and must not be made twice.
        var called = _calls.Keys.ToHashSet();
        await using var db = await database.OpenConnectionAsync(cancellation);
        var due = await db.QueryAsync<Entry>(
            "SELECT Grain, What, Due FROM Agenda WHERE Due <= @Now ORDER BY Due LIMIT @Limit", new { Now = time.GetUtcNow(), Limit = called.Count + Batch });
        return [.. due.Where(entry => !called.Contains(entry.Key)).Take(Batch)];
    }

    /// <summary>Never throws: each call stands alone, and one that fails must not hold up the others.</summary>
    private async Task Call(Entry entry)
    {
        _calls.Add(entry.Key, false);
        try
        {
            Exception? failure = null;
            try
            {
                await GrainFactory.GetGrain<IDueGrain>(GrainId.Parse(entry.Grain, CultureInfo.InvariantCulture)).OnDue(entry.What);
            }
            catch (Exception e)
            {
                LogFailed(logger, e, entry.Grain, entry.What);
                failure = e;
            }

            // What was put on again meanwhile stays as it is.
            if (!_calls[entry.Key])
                await Settle(entry, failure is null);
        }
        catch (DbException e)
        {
            // The entry is still there and is called again.
            LogFailed(logger, e, entry.Grain, entry.What);
        }
        finally
        {
            _calls.Remove(entry.Key);
        }
    }

    private Task<int> Settle(Entry entry, bool done)
    {
        var later = time.GetUtcNow() + Pause;
        return database.Write(db => db.ExecuteAsync(
            done
                ? "DELETE FROM Agenda WHERE Grain = @Grain AND What = @What AND Due = @Due"
                : "UPDATE Agenda SET Due = @later WHERE Grain = @Grain AND What = @What AND Due = @Due",
            new { entry.Grain, entry.What, entry.Due, later }));
    }

    [LoggerMessage(LogLevel.Error, "{Grain} failed at {What}; it is called again.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string grain, string what);

    private sealed record Entry
    {
        public required string Grain { get; init; }
        public required string What { get; init; }
        public required DateTimeOffset Due { get; init; }

        public (string Grain, string What) Key => (Grain, What);
    }
}
