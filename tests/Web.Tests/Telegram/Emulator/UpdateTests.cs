using System.Net;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;
using static Weave.Telegram.Emulator.Emulated;

namespace Weave.Telegram.Emulator;

/// <summary>How updates reach the bot.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task An_update_comes_again_until_a_later_offset_confirms_it()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        anna.Send("two");

        var first = await telegram.Bot.GetUpdates(cancellationToken: Stop);
        Assert.Equal(["/start", "two"], first.Select(update => update.Message!.Text));
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(first[0].Message!.Entities!).Type);
        Assert.Equal("ru", first[0].Message!.From!.LanguageCode);

        Assert.Equal(first[1].Id, Assert.Single(await telegram.Bot.GetUpdates(first[1].Id, cancellationToken: Stop)).Id);
        Assert.Single(await telegram.Bot.GetUpdates(limit: 1, cancellationToken: Stop));
        Assert.Empty(await telegram.Bot.GetUpdates(first[1].Id + 1, cancellationToken: Stop));
        Assert.Empty(await telegram.Bot.GetUpdates(cancellationToken: Stop));
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_latest()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        anna.Send("two");
        anna.Send("three");

        Assert.Equal("three", Assert.Single(await telegram.Bot.GetUpdates(-1, cancellationToken: Stop)).Message!.Text);
        Assert.Single(await telegram.Bot.GetUpdates(cancellationToken: Stop));
    }

    [Fact]
    public async Task Waiting_ends_with_the_first_update()
    {
        await using var telegram = await Start();

        var waiting = telegram.Bot.GetUpdates(timeout: 30, cancellationToken: Stop);
        telegram.Anna();

        Assert.Equal("/start", Assert.Single(await waiting).Message!.Text);
    }

    [Fact]
    public async Task A_second_reader_ends_the_first_ones_wait_and_a_webhook_ends_both()
    {
        await using var telegram = await Start();
        var first = telegram.Bot.GetUpdates(timeout: 30, cancellationToken: Stop);
        await telegram.Api.Polling(Stop);

        var second = telegram.Bot.GetUpdates(timeout: 30, cancellationToken: Stop);
        Assert.Equal(409, (await Refused(() => first)).ErrorCode);
        await telegram.Bot.SetWebhook("https://weave.example.org/bot", cancellationToken: Stop);
        Assert.Equal(409, (await Refused(() => second)).ErrorCode);
        Assert.StartsWith("Conflict: can't use getUpdates method while webhook is active",
            (await Refused(() => telegram.Bot.GetUpdates(cancellationToken: Stop))).Message, StringComparison.Ordinal);

        await telegram.Bot.DeleteWebhook(cancellationToken: Stop);
        Assert.Empty(await telegram.Bot.GetUpdates(cancellationToken: Stop));
    }

    [Fact]
    public async Task Kinds_of_updates_that_were_not_asked_for_do_not_come()
    {
        await using var telegram = await Start();
        await telegram.Bot.GetUpdates(allowedUpdates: [UpdateType.Message], cancellationToken: Stop);
        telegram.Anna().Block();

        Assert.Equal(UpdateType.Message, Assert.Single(await telegram.Bot.GetUpdates(cancellationToken: Stop)).Type);
    }

    [Fact]
    public async Task Blocking_the_bot_and_coming_back_are_told()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        anna.Block();
        anna.Send("/start");

        var updates = await telegram.Bot.GetUpdates(cancellationToken: Stop);

        Assert.Equal([ChatMemberStatus.Kicked, ChatMemberStatus.Member],
            updates.Where(update => update.MyChatMember is not null).Select(update => update.MyChatMember!.NewChatMember.Status));
    }

    [Fact]
    public async Task Updates_can_be_delivered_twice()
    {
        await using var telegram = await Start();
        telegram.Anna();
        var first = Assert.Single(await telegram.Bot.GetUpdates(cancellationToken: Stop));
        await telegram.Bot.GetUpdates(first.Id + 1, cancellationToken: Stop);

        telegram.Api.Redeliver(1);

        Assert.Equal(first.Id, Assert.Single(await telegram.Bot.GetUpdates(first.Id + 1, cancellationToken: Stop)).Id);
        Assert.Empty(await telegram.Bot.GetUpdates(first.Id + 1, cancellationToken: Stop));
    }

    [Fact]
    public async Task A_press_returns_what_the_bot_answers_and_cannot_be_answered_late()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        await telegram.Bot.SendMessage(7, "In?", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Yes", "in:1")), cancellationToken: Stop);

        var press = anna.Press(await anna.Next(Stop), "Yes", Stop);
        var query = (await telegram.Bot.GetUpdates(cancellationToken: Stop))[^1].CallbackQuery!;
        await telegram.Bot.AnswerCallbackQuery(query.Id, "You are in", cancellationToken: Stop);

        Assert.Equal("You are in", await press);
        Assert.Equal(("in:1", "In?"), (query.Data, query.Message!.Text));
        telegram.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Bad Request: query is too old and response timeout expired or query ID is invalid",
            (await Refused(() => telegram.Bot.AnswerCallbackQuery(query.Id, cancellationToken: Stop))).Message);
    }

    [Fact]
    public async Task A_webhook_gets_updates_in_order_each_until_it_is_accepted()
    {
        await using var telegram = await Start(options => options with { WebhookRetry = TimeSpan.Zero });
        await using var hook = await Hook.Start(HttpStatusCode.BadGateway, HttpStatusCode.OK, HttpStatusCode.OK);
        var anna = telegram.Anna();
        await telegram.Bot.SetWebhook(hook.Url, secretToken: "s3cret", cancellationToken: Stop);
        anna.Send("two");

        var got = new[] { await hook.Next(Stop), await hook.Next(Stop), await hook.Next(Stop) };

        Assert.Equal(["/start", "/start", "two"], got.Select(update => update.Update.Message!.Text));
        Assert.All(got, update => Assert.Equal("s3cret", update.Secret));
        Assert.Contains("502", (await telegram.Bot.GetWebhookInfo(Stop)).LastErrorMessage, StringComparison.Ordinal);
    }
}
