using System.Globalization;
using Xunit;

namespace Weave.Notifications;

public sealed class OutboxBacklogTests(TestSilo silo) : IClassFixture<TestSilo>
{
    private const int Backlog = 100_000;
    private const int Recipients = 20_000;

    [Fact]
    public async Task A_backlog_of_100_000_drains_at_the_limit_in_order_and_in_bounded_memory()
    {
        var outbox = silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);
        for (var first = 0; first < Backlog; first += 1000)
            await outbox.Enqueue([.. Enumerable.Range(first, 1000).Select(Message)]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var latest = new int[Recipients];
        Array.Fill(latest, -1);

        var seconds = 0;
        var sent = 0;
        while (sent < Backlog)
        {
            var taken = await outbox.Take(1000, TimeSpan.Zero, TestContext.Current.CancellationToken);
            Assert.InRange(taken.Count, 1, 30);
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
            silo.Clock.Advance(TimeSpan.FromSeconds(1));
            seconds++;
        }

        Assert.Equal((Backlog + 29) / 30, seconds);
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
