using System.Globalization;
using Xunit;

namespace Weave.Notifications;

public sealed class OutboxBacklogTests : IAsyncLifetime
{
    private const int PerSecond = 1000;
    private const int Backlog = 100_000;
    private const int Recipients = 20_000;

    private readonly TestSilo _silo = new()
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Outbox:Telegram:PerSecond"] = PerSecond.ToString(CultureInfo.InvariantCulture) },
    };

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_backlog_of_100_000_drains_at_the_limit_in_order_and_in_bounded_memory()
    {
        var outbox = _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);
        for (var first = 0; first < Backlog; first += 1000)
            await outbox.Enqueue([.. Enumerable.Range(first, 1000).Select(Message)]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var latest = new int[Recipients];
        Array.Fill(latest, -1);

        var steps = 0;
        var sent = 0;
        while (sent < Backlog)
        {
            var taken = await outbox.Take(1000, TimeSpan.Zero, TestContext.Current.CancellationToken);
            Assert.InRange(taken.Count, 1, (PerSecond / 4) + 1);
            foreach (var message in taken)
            {
                var (recipient, number) = (Number(message.Recipient), Number(message.Key));
                Assert.True(number > latest[recipient], "Messages to one recipient keep their order.");
                latest[recipient] = number;
            }
            await outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
            sent += taken.Count;
            if (sent == Backlog / 2)
                Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);
            _silo.Clock.Advance(TimeSpan.FromMilliseconds(100));
            steps++;
        }

        Assert.InRange(steps, Backlog / (PerSecond / 10) - 3, Backlog / (PerSecond / 10));
        Assert.Empty(await outbox.Take(1000, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static OutboxMessage Message(int i) => new()
    {
        Key = $"{i}",
        Recipient = $"{i % Recipients}",
        Language = "en",
        Notice = new MembershipDecided("founders", Accepted: true),
    };
}
