using System.Diagnostics;
using System.Globalization;
using Weave.Telegram.Emulator;

namespace Weave.LoadTest.Outbox;

/// <summary>Drains a backlog against the emulated Telegram, asks for answers meanwhile, kills Weave half-way, and says what became of it.</summary>
internal sealed class OutboxRun(OutboxPlan plan)
{
    /// <summary>Weave answers 429 of its own making with a second or less to wait; those by chance are told apart by more.</summary>
    private const int WaitByChance = 2;
    private const int BetweenQuestions = 3000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<TimeSpan> _answers = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _down = [];
    private long _memory;

    /// <summary>Returns 0 when nothing was lost or out of order.</summary>
    public async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("weave-load-").FullName;
        try
        {
            Say($"{plan.Messages} messages to {plan.Chats} chats are put into the outbox ...");
            await new Backlog(plan, folder).Fill();
            await using var telegram = await BotApi.Start(new() { Limits = new() { InAll = plan.Rate, BurstInAll = plan.Rate } });
            for (var chat = 0; chat < plan.Chats; chat++)
                telegram.User(Backlog.FirstChat + chat, "Load").HasWritten();
            if (plan.Faults)
                telegram.Faults.ByChance(1, (0.01, Fault.TooManyRequests(WaitByChance)), (0.01, Fault.ServerError()), (0.01, Fault.Reset));
            await using var weave = await WeaveProcess.Start(Settings(telegram, folder));
            await Drain(telegram, weave);
            return Report(telegram);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task Drain(BotApi telegram, WeaveProcess weave)
    {
        using var done = new CancellationTokenSource();
        var asking = Ask(telegram, done.Token);
        var (killed, latest, since) = (!plan.Kill, 0, Stopwatch.StartNew());
        // Some were sent twice: when as many have come as were to be sent, a few may still be on their way.
        while (latest < plan.Messages || Findings.Missing(telegram, plan) > 0)
        {
            await Task.Delay(500);
            _memory = Math.Max(_memory, Memory(weave));
            var read = Read(telegram);
            if (read > latest)
                (latest, since) = (read, Stopwatch.StartNew());
            else if (since.Elapsed > Patience)
                break;
            if (killed || read < plan.Messages / 2)
                continue;
            killed = true;
            await Kill(telegram, weave);
        }
        await done.CancelAsync();
        await asking;
    }

    /// <summary>Kills Weave and starts it again; the time until it sends again is nobody's fault.</summary>
    private async Task Kill(BotApi telegram, WeaveProcess weave)
    {
        var from = DateTimeOffset.UtcNow;
        await weave.Kill();
        var calls = telegram.Calls.Count(Sends);
        await weave.Start();
        while (telegram.Calls.Count(Sends) == calls)
            await Task.Delay(50);
        _down.Add((from, DateTimeOffset.UtcNow));
    }

    /// <summary>Somebody else asks the bot something every few seconds, and waits for the answer.</summary>
    private async Task Ask(BotApi telegram, CancellationToken done)
    {
        for (var number = 0; !done.IsCancellationRequested; number++)
        {
            await Task.Delay(BetweenQuestions, CancellationToken.None);
            var (user, asked, at) = (telegram.User(1000 + number, "Asks"), Stopwatch.StartNew(), DateTimeOffset.UtcNow);
            user.Send("/help");
            try
            {
                await user.Next(done);
                if (!_down.Exists(down => at < down.To && at + asked.Elapsed > down.From))
                    _answers.Add(asked.Elapsed);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private int Report(BotApi telegram)
    {
        var findings = new Findings(telegram, plan, _down);
        var answers = _answers.Order().ToList();
        Say($"""
            messages {plan.Messages} lost {findings.Lost} out_of_order {findings.OutOfOrder} repeated {findings.Repeated} calls_per_s {findings.CallsPerSecond:0.0} of {plan.Rate} percent {100 * findings.CallsPerSecond / plan.Rate:0.00} taken_per_s {findings.TakenPerSecond:0.0} own_429 {telegram.Calls.Count(call => call is { Status: 429, RetryAfter: < WaitByChance })} answers {answers.Count} answer_ms_p50 {Ms(answers, 0.5):0} max {Ms(answers, 1):0} peak_mb {_memory / 1_000_000} seconds {findings.Seconds:0} down_s {findings.Down:0}
            """);
        return findings is { Lost: 0, OutOfOrder: 0 } ? 0 : 1;
    }

    private static double Ms(List<TimeSpan> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds;

    private static bool Sends(ApiCall call) => call is { Method: "sendMessage", Chat: >= Backlog.FirstChat };

    private static int Read(BotApi telegram) => telegram.Users.Where(user => user.Id >= Backlog.FirstChat).Sum(user => user.MessageCount);

    private static long Memory(WeaveProcess weave)
    {
        try
        {
            using var process = Process.GetProcessById(weave.Id);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    private Dictionary<string, string> Settings(BotApi telegram, string folder) => new(StringComparer.Ordinal)
    {
        ["Storage__Folder"] = folder,
        ["Telegram__BaseUrl"] = telegram.Url,
        ["Telegram__Token"] = telegram.Token,
        ["Outbox__Telegram__PerSecond"] = plan.Rate.ToString(CultureInfo.InvariantCulture),
        ["Logging__LogLevel__Weave"] = "Error",
    };

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
