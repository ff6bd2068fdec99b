using System.Diagnostics;
using System.Globalization;
using Weave.LoadTest.Bare;

namespace Weave.LoadTest;

/// <summary>One run: accounts, joining, rounds, and the figures of it.</summary>
internal sealed class LoadRun(LoadPlan plan)
{
    private const int TableSize = 3;

    /// <summary>What a participant hears in a round: three words, two contacts, its beginning and its end.</summary>
    private const int EventsEach = 7;
    private readonly Measures _measures = new();
    private readonly Process? _server = ServerProcess.At(plan.Url);

    /// <summary>Returns 0 when nothing was missed.</summary>
    public async Task<int> Run()
    {
        if (_server is null)
            Say($"The server's process is not to be seen from here: its CPU and memory are not measured.");
        Say($"SignalR alone ...");
        var bare = await new BareRun(plan.Rooms, plan.People, senders: 1).Measure(100, TimeSpan.Zero);
        Say($"SignalR alone   {bare.TotalMicroseconds:0.0} us of CPU for each kilobyte delivered to a room");
        // Most events of a room are words at a table, each a call of its own.
        var tables = new BareRun(plan.Rooms * plan.People / TableSize, TableSize, senders: TableSize);
        Say($"the same        {(await tables.Measure(20, TimeSpan.Zero)).TotalMicroseconds:0.0} us to a table of three, of whom each sends");
        if (plan.Pace > TimeSpan.Zero)
            Say($"the same        {(await tables.Measure(3, plan.Pace * TableSize / EventsEach)).TotalMicroseconds:0.0} us as many a second as will come at this pace");
        Say($"{plan.Rooms * plan.People} people sign in ...");
        var rooms = (await new Guests(plan).Arrive()).Select(open => new LoadRoom(open.Room, open.People, plan, _measures)).ToList();
        try
        {
            await Measure(rooms);
        }
        finally
        {
            await Task.WhenAll(rooms.Select(room => room.DisposeAsync().AsTask()));
        }
        return _measures.Missed == 0 ? 0 : 1;
    }

    private async Task Measure(List<LoadRoom> rooms)
    {
        var participants = plan.Rooms * plan.People;
        var empty = Memory();
        var joining = Stopwatch.StartNew();
        await Task.WhenAll(rooms.Select(room => room.Join()));
        Say($"joined          {participants} in {joining.Elapsed.TotalSeconds:0.00} s, {participants / joining.Elapsed.TotalSeconds:0} a second");
        var full = Memory();

        var evening = await Stage("evening", async () =>
        {
            await Stage("lobby", () => Task.WhenAll(rooms.Select(room => room.Greet())));
            await Stage("introductions", () => Task.WhenAll(rooms.Select(room => room.Introduce())));
            await Stage("rounds", () => Task.WhenAll(rooms.Select(room => room.Rounds())));
            await Stage("open floor", () => Task.WhenAll(rooms.Select(room => room.OpenFloor())));
            await Stage("closing", () => Task.WhenAll(rooms.Select(room => room.Close())));
        });
        await Task.WhenAll(rooms.Select(room => room.Audit()));
        Say($"start to seat   p50 {_measures.Seats.Percentile(0.5):0} ms, max {_measures.Seats.Percentile(1):0} ms");
        Say($"event latency   p50 {_measures.Events.Percentile(0.5):0} ms, p99 {_measures.Events.Percentile(0.99):0} ms, max {_measures.Events.Percentile(1):0} ms, {_measures.Events.Count} samples");
        Say($"round changes   p50 {_measures.Changes.Percentile(0.5):0} ms, p99 {_measures.Changes.Percentile(0.99):0} ms, max {_measures.Changes.Percentile(1):0} ms, {_measures.Changes.Count} samples");
        if (_server is not null)
            Say($"memory          {empty / 1_000_000.0:0} MB before, {full / 1_000_000.0:0} MB with all in, {(full - empty) / 1000.0 / participants:0} kB a participant");
        Say($"missed {_measures.Missed} p99_ms {_measures.Changes.Percentile(0.99):0} cpu_us_per_event {evening}");
    }

    /// <summary>What the server's processors do for each event delivered meanwhile, in microseconds: with each sign as an event, and with those that are told together as one.</summary>
    private async Task<string> Stage(string name, Func<Task> act)
    {
        var (cpu, received, gathered, sent, running) = (Cpu(), _measures.Received, _measures.Gathered, _measures.Sent, Stopwatch.StartNew());
        await act();
        (received, gathered) = (_measures.Received - received, _measures.Gathered - gathered);
        var spent = (Cpu() - cpu).TotalMicroseconds;
        var each = string.Create(CultureInfo.InvariantCulture, $"{spent / Math.Max(received + gathered, 1):0.0}");
        var told = string.Create(CultureInfo.InvariantCulture, $"{spent / Math.Max(received, 1):0.0}");
        Say($"{name,-15} {running.Elapsed.TotalSeconds:0.0} s, {_measures.Sent - sent} commands, {received + gathered} events delivered, {each} us of CPU each; {received} and {told} with signs told together as one");
        return _server is null ? "unknown" : $"{each} signs_as_told {told}";
    }

    private TimeSpan Cpu()
    {
        _server?.Refresh();
        return _server?.TotalProcessorTime ?? TimeSpan.Zero;
    }

    private long Memory()
    {
        _server?.Refresh();
        return _server?.WorkingSet64 ?? 0;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
