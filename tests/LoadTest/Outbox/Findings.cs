using Weave.Telegram.Emulator;

namespace Weave.LoadTest.Outbox;

/// <summary>What the chats and Telegram's own record say of a run.</summary>
internal sealed class Findings
{
    /// <summary>Chats whose message was in flight when Weave was killed wait for the end of its lease, and come last: too few to fill the pipe.</summary>
    private const double BeforeTheTail = 0.98;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public Findings(BotApi telegram, OutboxPlan plan, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> down)
    {
        var sent = new List<DateTimeOffset>();
        for (var chat = 0; chat < plan.Chats; chat++)
            sent.AddRange(Look(telegram.User(Backlog.FirstChat + chat, ""), plan.PerChat));
        Lost = plan.Messages - (sent.Count - Repeated);
        sent.Sort();
        var (first, last) = (sent[0] + WarmUp, sent[(int)((sent.Count - 1) * BeforeTheTail)]);
        Down = down.Sum(one => (one.To - one.From).TotalSeconds);
        bool Steady(DateTimeOffset at) => at >= first && at <= last && down.All(one => at < one.From || at > one.To + WarmUp);
        var seconds = (last - first).TotalSeconds - down.Sum(one => (one.To + WarmUp - one.From).TotalSeconds);
        CallsPerSecond = telegram.Calls.Count(call => call.Method is "sendMessage" && Steady(call.At)) / seconds;
        TakenPerSecond = sent.Count(Steady) / seconds;
        Seconds = (sent[^1] - sent[0]).TotalSeconds;
    }

    /// <summary>How many messages nobody has read so far.</summary>
    public static int Missing(BotApi telegram, OutboxPlan plan) => plan.Messages - Enumerable.Range(0, plan.Chats)
        .Sum(chat => telegram.User(Backlog.FirstChat + chat, "").Messages.Select(message => Backlog.NumberIn(message.Text)).Distinct().Count(number => number is not null));

    public int Lost { get; }

    public int OutOfOrder { get; private set; }

    public int Repeated { get; private set; }

    public double CallsPerSecond { get; }

    public double TakenPerSecond { get; }

    public double Seconds { get; }

    public double Down { get; }

    private List<DateTimeOffset> Look(BotUser chat, int expected)
    {
        var sent = new List<DateTimeOffset>(expected);
        var latest = -1;
        foreach (var message in chat.Messages.Where(message => message.FromBot))
        {
            if (Backlog.NumberIn(message.Text) is not { } number)
                continue;
            sent.Add(message.Sent);
            if (number == latest)
                Repeated++;
            else if (number != latest + 1)
                OutOfOrder++;
            latest = number;
        }
        return sent;
    }
}
