using Xunit;

namespace Weave.Notifications;

/// <summary>Each test has a silo to itself: the limits are the channel's, and the clock moves.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    private IOutboxGrain Mail => _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);

    private IOutboxGrain Outbox => _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram);

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Messages_to_one_recipient_go_out_in_order_one_a_second()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "b"), To("7", "c")]);

        Assert.Equal("a", (await TakeAndSend()).Single().Key);
        Assert.Empty(await TakeAndSend());
        Pass(seconds: 1);
        Assert.Equal("b", (await TakeAndSend()).Single().Key);
        Pass(seconds: 1);
        Assert.Equal("c", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task A_recipient_rests_even_when_nothing_was_waiting_meanwhile()
    {
        await Outbox.Enqueue([To("7", "a")]);
        await TakeAndSend();
        await Outbox.Enqueue([To("7", "b")]);

        Assert.Empty(await TakeAndSend());
        Pass(seconds: 1);
        Assert.Single(await TakeAndSend());
    }

    [Fact]
    public async Task A_second_message_with_the_same_key_is_dropped_before_and_after_the_first_was_sent()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "a")]);
        await Outbox.Enqueue([To("7", "a")]);
        Assert.Single(await TakeAndSend());

        await Outbox.Enqueue([To("7", "a")]);
        Pass(seconds: 5);

        Assert.Empty(await TakeAndSend());
    }

    [Fact]
    public async Task They_go_out_at_an_even_pace_of_thirty_a_second_and_a_delay_is_caught_up_on_a_little()
    {
        await Outbox.Enqueue([.. Enumerable.Range(0, 200).Select(i => To($"{i}", $"k{i}"))]);
        Assert.InRange((await TakeAndSend()).Count, 7, 8);
        Assert.Empty(await TakeAndSend());

        var sent = 0;
        for (var i = 0; i < 100; i++)
        {
            _silo.Clock.Advance(TimeSpan.FromMilliseconds(20));
            sent += (await TakeAndSend()).Count;
        }
        Assert.Equal(60, sent);

        Pass(seconds: 10);
        Assert.InRange((await TakeAndSend()).Count, 7, 8);
    }

    [Fact]
    public async Task What_somebody_waits_for_overtakes_what_was_sent_to_many()
    {
        await Outbox.Enqueue([.. Enumerable.Range(0, 100).Select(i => Broadcast($"{i}", $"k{i}"))]);
        await Outbox.Enqueue([To("talking", "answer")]);

        Assert.Contains(await TakeAndSend(), message => message.Key == "answer");
    }

    [Fact]
    public async Task An_edit_replaces_the_edits_still_waiting_and_not_the_one_under_way()
    {
        await Outbox.Enqueue([Edit("one")]);
        var first = Assert.Single(await Take());
        await Outbox.Enqueue([Edit("two"), To("7", "text"), Edit("three")]);
        await Sent(first);

        Pass(seconds: 1);
        Assert.Equal("text", (await TakeAndSend()).Single().Key);
        Pass(seconds: 1);
        Assert.Equal("three", (await TakeAndSend()).Single().Key);
        Pass(seconds: 1);
        Assert.Empty(await TakeAndSend());
    }

    [Fact]
    public async Task A_recipient_told_to_wait_rests_as_long_and_others_do_not()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "b"), To("8", "c")]);
        var taken = await Take();
        await Outbox.Report([.. taken.Select(message => message.Recipient == "7"
            ? new Delivery(message.Number, DeliveryResult.Later, TimeSpan.FromSeconds(10))
            : new Delivery(message.Number, DeliveryResult.Sent))]);
        await Outbox.Enqueue([To("8", "d")]);

        Pass(seconds: 9);
        Assert.Equal("d", (await TakeAndSend()).Single().Key);
        Pass(seconds: 1);
        Assert.Equal("a", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task A_channel_told_to_wait_hands_out_nothing_until_then_even_after_a_restart()
    {
        await Outbox.Enqueue([To("7", "a"), To("8", "b")]);
        var taken = await Take(1);
        await Outbox.Report([new Delivery(taken[0].Number, DeliveryResult.Later, TimeSpan.FromSeconds(30), Everyone: true)]);

        await _silo.Restart();
        Pass(seconds: 29);
        Assert.Empty(await TakeAndSend());
        Pass(seconds: 1);
        Assert.Equal("a b", Keys(await TakeAndSend()));
    }

    [Fact]
    public async Task Faults_without_a_time_given_back_off_longer_each_time()
    {
        await Outbox.Enqueue([To("7", "a")]);
        var pauses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            var taken = Assert.Single(await Take());
            await Outbox.Report([new Delivery(taken.Number, DeliveryResult.Later)]);
            var pause = 0;
            while (await Take() is [] && pause < 100)
            {
                Pass(seconds: 1);
                pause++;
            }
            pauses.Add(pause);
            Pass(seconds: 60);
        }

        Assert.Equal([1, 2, 4, 8], pauses);
    }

    [Fact]
    public async Task What_was_taken_and_never_reported_is_handed_out_again_after_a_minute_and_before_anything_later()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "b")]);
        Assert.Single(await Take());

        Pass(seconds: 59);
        Assert.Empty(await Take());
        Pass(seconds: 1);
        Assert.Equal("a", (await Take()).Single().Key);
    }

    [Fact]
    public async Task What_was_queued_or_on_lease_survives_a_restart()
    {
        await Outbox.Enqueue([To("7", "a"), To("8", "b"), To("7", "c")]);
        await Take(1);

        await _silo.Restart();
        Pass(seconds: 60);

        Assert.Equal("a b", Keys(await TakeAndSend()));
        Pass(seconds: 1);
        Assert.Equal("c", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task One_that_will_never_be_accepted_does_not_hold_up_the_next()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "b")]);
        var taken = Assert.Single(await Take());
        await Outbox.Report([new Delivery(taken.Number, DeliveryResult.Dead, Error: "Bad Request")]);

        Pass(seconds: 1);
        Assert.Equal("b", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task All_that_waits_for_an_unreachable_recipient_is_dropped()
    {
        await Outbox.Enqueue([To("7", "a"), To("7", "b"), To("8", "c")]);
        var taken = await Take();
        await Outbox.Report([.. taken.Select(message =>
            new Delivery(message.Number, message.Recipient == "7" ? DeliveryResult.Unreachable : DeliveryResult.Sent))]);

        Pass(seconds: 120);
        Assert.Empty(await TakeAndSend());
    }

    [Fact]
    public async Task What_was_given_up_is_listed_without_its_text_and_can_be_sent_again_or_discarded()
    {
        await Outbox.Enqueue([To("7", "a"), To("8", "b"), To("7", "c")]);
        foreach (var taken in await Take())
            await Outbox.Report([new Delivery(taken.Number, DeliveryResult.Dead, Error: $"Bad Request {taken.Key}")]);
        Pass(seconds: 1);
        Assert.Equal("c", (await TakeAndSend()).Single().Key);

        var failed = await Outbox.Failed(0, 10);
        Assert.Equal(["Bad Request a", "Bad Request b"], failed.Items.Select(one => one.Error).Order(StringComparer.Ordinal));
        Assert.All(failed.Items, one => Assert.Equal(("message", _silo.Clock.GetUtcNow() - TimeSpan.FromSeconds(1)), (one.Kind, one.At)));
        await Outbox.Retry(failed.Items.Single(one => one.Error!.EndsWith('a')).Number);
        await Outbox.Discard(failed.Items.Single(one => one.Error!.EndsWith('b')).Number);

        Pass(seconds: 1);
        Assert.Equal("a", (await TakeAndSend()).Single().Key);
        Assert.Equal(0, (await Outbox.Failed(0, 10)).Total);
    }

    [Fact]
    public async Task What_nobody_could_send_for_three_days_is_given_up()
    {
        await Outbox.Enqueue([To("7", "old")]);
        _silo.Clock.Advance(TimeSpan.FromDays(2));
        await Outbox.Enqueue([To("7", "newer")]);
        await Outbox.OnDue("tend");
        Assert.Equal(0, (await Outbox.Failed(0, 10)).Total);

        _silo.Clock.Advance(TimeSpan.FromDays(1.1));
        await Outbox.OnDue("tend");

        Assert.Equal(1, (await Outbox.Failed(0, 10)).Total);
        Assert.Equal("newer", (await TakeAndSend()).Single().Key);
        await Outbox.Retry(null);
        Pass(seconds: 1);
        Assert.Equal("old", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task What_waits_on_a_channel_nobody_serves_goes_by_the_other_one_once_there_is_somebody()
    {
        var anna = await Member("anna@example.org");
        await Outbox.Enqueue([Notice(anna, "a"), To("7", "answer") with { Member = anna }, Notice(null, "nobody's")]);
        _silo.Clock.Advance(TimeSpan.FromMinutes(16));
        await Outbox.OnDue("tend");
        Assert.Empty(await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken));

        await Outbox.OnDue("tend");

        var moved = Assert.Single(await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.Equal(("a", "anna@example.org", true), (moved.Key, moved.Recipient, moved.Moved));
        Assert.Equal("answer", (await TakeAndSend()).Single(message => message.Member == anna).Key);
    }

    [Fact]
    public async Task A_channel_that_is_only_slow_keeps_its_messages()
    {
        var anna = await Member("anna@example.org");
        await Outbox.Enqueue([To("9", "first"), Notice(anna, "a")]);
        await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken);
        _silo.Clock.Advance(TimeSpan.FromMinutes(14));
        await Sent((await Take(1))[0]);
        Pass(seconds: 120);
        await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken);
        await Outbox.OnDue("tend");

        Assert.Empty(await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken));
        Assert.Equal("a", (await TakeAndSend()).Single().Key);
    }

    [Fact]
    public async Task What_waits_for_a_member_who_blocked_the_bot_goes_by_mail()
    {
        var anna = await Member("anna@example.org", telegram: 7);
        await Outbox.Enqueue([Notice(anna, "a"), Notice(anna, "b")]);
        var taken = Assert.Single(await Take());
        await Outbox.Report([new Delivery(taken.Number, DeliveryResult.Unreachable)]);

        Assert.Equal("a", (await Mail.Take(10, TimeSpan.Zero, TestContext.Current.CancellationToken)).Single().Key);
        Assert.True((await _silo.Grains.GetGrain<Members.IMemberGrain>(anna).Get()).Telegram!.Unreachable);
        Pass(seconds: 120);
        Assert.Empty(await TakeAndSend());
    }

    [Fact]
    public async Task Whoever_waits_for_messages_gets_the_next_one_at_once()
    {
        var waiting = Outbox.Take(30, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Outbox.Enqueue([To("7", "a")]);

        Assert.Equal("a", (await waiting).Single().Key);
    }

    [Fact]
    public async Task Whoever_stops_waiting_gets_nothing_and_leaves_the_message()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var waiting = Outbox.Take(30, TimeSpan.FromSeconds(20), stop.Token);
        await stop.CancelAsync();
        var left = await Record.ExceptionAsync(() => waiting);
        await Outbox.Enqueue([To("7", "a")]);

        Assert.True(left is null or OperationCanceledException);
        Assert.Single(await TakeAndSend());
    }

    [Fact]
    public async Task Keys_are_forgotten_after_a_while_and_what_waits_is_not()
    {
        await Outbox.Enqueue([To("7", "sent")]);
        await TakeAndSend();
        _silo.Clock.Advance(TimeSpan.FromDays(13));
        // It waits for less than the three days after which it would be given up.
        await Outbox.Enqueue([To("8", "waits")]);
        _silo.Clock.Advance(TimeSpan.FromDays(2));
        await Outbox.OnDue("prune");

        await Outbox.Enqueue([To("7", "sent"), To("8", "waits")]);

        Assert.Equal("sent waits", Keys(await TakeAndSend()));
        Pass(seconds: 60);
        Assert.Empty(await TakeAndSend());
    }

    [Fact]
    public async Task A_notice_comes_out_as_it_went_in()
    {
        var message = new OutboxMessage
        {
            Key = "k",
            Recipient = "7",
            Language = "ru",
            Member = Guid.CreateVersion7(),
            Notice = new PartnerReported(Matching.MatchId.Parse("founders/3/14"), Guid.CreateVersion7(), Matching.MatchOutcome.Met),
        };
        await Outbox.Enqueue([message]);

        Assert.Equal(message, (await TakeAndSend()).Single() with { Number = 0 });
    }

    private void Pass(int seconds) => _silo.Clock.Advance(TimeSpan.FromSeconds(seconds));

    private static string Keys(IEnumerable<OutboxMessage> messages) =>
        string.Join(' ', messages.Select(message => message.Key).Order(StringComparer.Ordinal));

    private Task<IReadOnlyList<OutboxMessage>> Take(int max = 30) => Outbox.Take(max, TimeSpan.Zero, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<OutboxMessage>> TakeAndSend()
    {
        var taken = await Take(100);
        await Sent([.. taken]);
        return taken;
    }

    private Task Sent(params OutboxMessage[] messages) =>
        Outbox.Report([.. messages.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);

    private static OutboxMessage To(string recipient, string key) =>
        new() { Key = key, Recipient = recipient, Language = "en", Notice = new ReadyMessage(key) };

    private static OutboxMessage Edit(string key) => To("7", key) with { Replaces = "edit:1" };

    private async Task<Guid> Member(string address, long? telegram = null)
    {
        var id = await _silo.Grains.GetGrain<Members.IAccountGrain>(Members.AccountKey.Email(address)).FindOrCreate(new Members.NewMember { Name = "Anna" });
        if (telegram is { } user)
            await _silo.Grains.GetGrain<Members.IAccountGrain>(Members.AccountKey.Telegram(user)).Link(id, new Members.TelegramLink(user, null));
        return id;
    }

    private static OutboxMessage Notice(Guid? member, string key) => Broadcast("7", key) with { Member = member };

    private static OutboxMessage Broadcast(string recipient, string key) =>
        To(recipient, key) with { Notice = new MembershipDecided("founders", Accepted: true) };
}
