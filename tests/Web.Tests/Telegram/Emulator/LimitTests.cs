using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Xunit;
using static Weave.Telegram.Emulator.Emulated;

namespace Weave.Telegram.Emulator;

/// <summary>Limits, and what goes wrong on purpose.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_chat_takes_a_short_burst_and_then_one_message_a_second()
    {
        await using var telegram = await Start();
        telegram.Anna();
        for (var i = 0; i < 3; i++)
            await Say(telegram, 7);

        var refused = await Refused(() => Say(telegram, 7));

        Assert.Equal((429, "Too Many Requests: retry after 1", 1), (refused.ErrorCode, refused.Message, refused.Parameters!.RetryAfter));
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        await Say(telegram, 7);
        await Refused(() => Say(telegram, 7));
        Assert.Equal(2, telegram.Api.Calls.Count(call => call is { Status: 429, Chat: 7 }));
    }

    [Fact]
    public async Task All_chats_together_take_thirty_a_second()
    {
        await using var telegram = await Start();
        foreach (var id in Enumerable.Range(1, 31))
            telegram.Api.User(id, $"User {id}").Send("/start");
        foreach (var id in Enumerable.Range(1, 30))
            await Say(telegram, id);

        Assert.Equal(429, (await Refused(() => Say(telegram, 31))).ErrorCode);
        telegram.Clock.Advance(TimeSpan.FromSeconds(1));
        await Say(telegram, 31);
    }

    [Fact]
    public async Task Without_limits_nobody_is_refused()
    {
        await using var telegram = await Start(options => options with { Limits = null });
        telegram.Anna();
        for (var i = 0; i < 50; i++)
            await Say(telegram, 7);
    }

    [Fact]
    public async Task Faults_happen_in_the_order_they_were_scripted()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        telegram.Api.Faults.Next("sendMessage", Fault.TooManyRequests(5), Fault.ServerError(), Fault.Reset, Fault.AnswerLost);

        Assert.Equal(5, (await Refused(() => Say(telegram, 7))).Parameters!.RetryAfter);
        Assert.Equal(502, (await Refused(() => Say(telegram, 7))).ErrorCode);
        await Assert.ThrowsAnyAsync<RequestException>(() => Say(telegram, 7));
        Assert.Empty(anna.Unread());
        await Assert.ThrowsAnyAsync<RequestException>(() => Say(telegram, 7));

        Assert.Equal("Hi", Assert.Single(anna.Unread()).Text);
        await Say(telegram, 7);
        Assert.Equal([429, 502, 0, 0, 200], telegram.Api.Calls.Where(call => call.Method == "sendMessage").Select(call => call.Status));
    }

    [Fact]
    public async Task Faults_by_chance_are_the_same_for_the_same_seed()
    {
        async Task<List<int>> Run()
        {
            await using var telegram = await Start(options => options with { Limits = null });
            telegram.Anna();
            telegram.Api.Faults.ByChance(42, (0.2, Fault.TooManyRequests()), (0.2, Fault.ServerError(500)));
            for (var i = 0; i < 50; i++)
                await Record.ExceptionAsync(() => Say(telegram, 7));
            return [.. telegram.Api.Calls.Select(call => call.Status)];
        }

        var one = await Run();

        Assert.Contains(429, one);
        Assert.Contains(500, one);
        Assert.Contains(200, one);
        Assert.Equal(one, await Run());
    }

    [Fact]
    public async Task Commands_are_kept_by_language_and_the_menu_button_is_set()
    {
        await using var telegram = await Start();
        await telegram.Bot.SetMyCommands([new BotCommand("help", "What I can do")], cancellationToken: Stop);
        await telegram.Bot.SetMyCommands([new BotCommand("help", "Что я умею")], languageCode: "ru", cancellationToken: Stop);
        await telegram.Bot.SetChatMenuButton(menuButton: new MenuButtonCommands(), cancellationToken: Stop);

        Assert.Equal("Что я умею", Assert.Single(await telegram.Bot.GetMyCommands(languageCode: "ru", cancellationToken: Stop)).Description);
        Assert.Equal("What I can do", Assert.Single(await telegram.Bot.GetMyCommands(cancellationToken: Stop)).Description);
        Assert.Empty(await telegram.Bot.GetMyCommands(languageCode: "de", cancellationToken: Stop));
        Assert.IsType<MenuButtonCommands>(await telegram.Bot.GetChatMenuButton(cancellationToken: Stop));
        Assert.Equal("Bad Request: BOT_COMMAND_INVALID",
            (await Refused(() => telegram.Bot.SetMyCommands([new BotCommand("Help!", "x")], cancellationToken: Stop))).Message);
    }

    private static Task Say(Emulated telegram, long chat) => telegram.Bot.SendMessage(chat, "Hi", cancellationToken: Stop);
}
