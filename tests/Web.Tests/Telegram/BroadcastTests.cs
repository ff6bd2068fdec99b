using Weave.Notifications;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>Many messages at once, with limits that Telegram enforces and the outbox keeps.</summary>
public sealed class BroadcastTests(BroadcastTests.StrictApp weave) : IClassFixture<BroadcastTests.StrictApp>
{
    private const int PerSecond = 60;

    [Fact]
    public async Task A_broadcast_meets_no_limit_and_an_answer_overtakes_it()
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var people = Enumerable.Range(0, 3 * PerSecond).Select(i => weave.Telegram.User(10_000 + i, $"P{i}")).ToList();
        people.ForEach(person => person.HasWritten());
        await weave.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram).Enqueue(
        [
            .. people.Select(person => new OutboxMessage
            {
                Key = $"broadcast:{person.Id}",
                Recipient = $"{person.Id}",
                Language = "en",
                Member = founder,
                Notice = new MembershipDecided(slug, Accepted: true),
            }),
        ]);

        var anna = weave.Telegram.User(9_999, "Anna");
        await anna.Says("/help");
        Assert.Contains(people, person => person.MessageCount == 0);
        await Task.WhenAll(people.Select(person => person.Reads()));

        Assert.DoesNotContain(weave.Telegram.Calls, call => call.Status == 429);
        Assert.All(people, person => Assert.Equal(1, person.MessageCount));
    }

    [Fact]
    public async Task Two_messages_in_a_row_to_one_person_come_a_second_apart_and_in_order()
    {
        var founder = await weave.Member("Rita");
        var slugs = new[] { await weave.Community("First", founder), await weave.Community("Second", founder) };
        var boris = weave.Telegram.User(9_998, "Boris");
        boris.HasWritten();
        await weave.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram).Enqueue(
            [.. slugs.Select(slug => new OutboxMessage { Key = slug, Recipient = $"{boris.Id}", Language = "en", Member = founder, Notice = new MembershipDecided(slug, true) })]);

        ChatMessage[] read = [await boris.Reads(), await boris.Reads()];

        Assert.Contains("First", read[0].Text, StringComparison.Ordinal);
        Assert.Contains("Second", read[1].Text, StringComparison.Ordinal);
        Assert.True(read[1].Sent - read[0].Sent >= TimeSpan.FromSeconds(0.9));
    }

    public sealed class StrictApp : BotApp
    {
        protected override int PerSecond => BroadcastTests.PerSecond;

        protected override RateLimits? Limits => new() { InAll = BroadcastTests.PerSecond, BurstInAll = BroadcastTests.PerSecond, ChatBurst = 1 };
    }
}
