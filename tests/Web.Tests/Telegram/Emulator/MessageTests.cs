using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit;
using static Weave.Telegram.Emulator.Emulated;

namespace Weave.Telegram.Emulator;

/// <summary>The emulator answers the client that Weave uses as Telegram does.</summary>
public sealed class MessageTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task The_bot_is_who_it_is_said_to_be_and_a_wrong_token_is_nobody()
    {
        await using var telegram = await Start();

        Assert.Equal("weave_bot", (await telegram.Bot.GetMe(Stop)).Username);
        var stranger = new TelegramBotClient(new TelegramBotClientOptions("99:wrong", telegram.Api.Url));
        Assert.Equal(401, (await Refused(() => stranger.GetMe(Stop))).ErrorCode);
    }

    [Fact]
    public async Task Html_becomes_text_with_entities()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();

        var sent = await telegram.Bot.SendMessage(7, "<b>Hi &amp; 👋 <i>you</i></b>, <a href=\"https://example.org/a\">here</a> or <a href=\"tg://user?id=7\">Anna</a> &lt;3\n",
            ParseMode.Html, cancellationToken: Stop);

        Assert.Equal("Hi & 👋 you, here or Anna <3", sent.Text);
        var read = await anna.Next(Stop);
        Assert.Equal(sent.Text, read.Text);
        Assert.Equal([("bold", "Hi & 👋 you"), ("italic", "you"), ("text_link", "here"), ("text_mention", "Anna")],
            read.Entities.Select(entity => (entity.Type, read.Text.Substring(entity.Offset, entity.Length))));
        Assert.Equal("https://example.org/a", sent.Entities![2].Url);
        Assert.Equal(7, sent.Entities[3].User!.Id);
    }

    [Theory]
    [InlineData("<b>open", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("é <p>x</p>", "can't parse entities: Unsupported start tag \"p\" at byte offset 3")]
    [InlineData("<b><i>x</b></i>", "can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "can't parse entities: Unexpected end tag at byte offset 1")]
    [InlineData("1 < 2", "can't parse entities: Unclosed start tag at byte offset 2")]
    [InlineData("<b> </b>\n", "message text is empty")]
    public async Task Broken_html_is_refused(string html, string problem)
    {
        await using var telegram = await Start();
        telegram.Anna();

        var refused = await Refused(() => telegram.Bot.SendMessage(7, html, ParseMode.Html, cancellationToken: Stop));

        Assert.Equal($"Bad Request: {problem}", refused.Message);
    }

    [Fact]
    public async Task A_text_has_4096_characters_after_its_markup_and_not_one_more()
    {
        await using var telegram = await Start();
        telegram.Anna();
        var longest = new string('x', 4096);

        await telegram.Bot.SendMessage(7, $"<b>{longest}</b>", ParseMode.Html, cancellationToken: Stop);
        var refused = await Refused(() => telegram.Bot.SendMessage(7, longest + "x", cancellationToken: Stop));

        Assert.Equal((400, "Bad Request: message is too long"), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task Nobody_can_be_written_to_who_did_not_write_first_or_has_blocked_the_bot()
    {
        await using var telegram = await Start();
        telegram.Api.User(8, "Boris");
        telegram.Anna().Block();

        var unknown = await Refused(() => telegram.Bot.SendMessage(9, "Hi", cancellationToken: Stop));
        var silent = await Refused(() => telegram.Bot.SendMessage(8, "Hi", cancellationToken: Stop));
        var blocked = await Refused(() => telegram.Bot.SendMessage(7, "Hi", cancellationToken: Stop));

        Assert.Equal((400, "Bad Request: chat not found"), (unknown.ErrorCode, unknown.Message));
        Assert.Equal((403, "Forbidden: bot can't initiate conversation with a user"), (silent.ErrorCode, silent.Message));
        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.ErrorCode, blocked.Message));
    }

    [Fact]
    public async Task A_picture_is_uploaded_once_sent_again_by_its_id_and_can_be_fetched()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        using var bytes = new MemoryStream(Picture);

        var first = await telegram.Bot.SendPhoto(7, InputFile.FromStream(bytes, "a.jpg"), "<b>Anna</b>", ParseMode.Html, cancellationToken: Stop);
        var again = await telegram.Bot.SendPhoto(7, InputFile.FromFileId(first.Photo![^1].FileId), cancellationToken: Stop);
        using var fetched = new MemoryStream();
        await telegram.Bot.DownloadFile((await telegram.Bot.GetFile(again.Photo![^1].FileId, Stop)).FilePath!, fetched, Stop);

        Assert.Equal("Anna", first.Caption);
        Assert.Equal(Picture, fetched.ToArray());
        Assert.All(anna.Unread(), message => Assert.Equal(Picture, message.Photo!.Bytes));
        var tooLong = await Refused(() => telegram.Bot.SendPhoto(7, InputFile.FromFileId(first.Photo[^1].FileId), new string('x', 1025), cancellationToken: Stop));
        Assert.Equal("Bad Request: message caption is too long", tooLong.Message);
    }

    [Fact]
    public async Task A_message_is_edited_in_place_and_deleted_for_good()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        var sent = await telegram.Bot.SendMessage(7, "One?", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Yes", "y")), cancellationToken: Stop);

        await telegram.Bot.EditMessageText(7, sent.Id, "Two", cancellationToken: Stop);
        Assert.Equal("Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
            (await Refused(() => telegram.Bot.EditMessageText(7, sent.Id, "Two", cancellationToken: Stop))).Message);
        Assert.Equal(["One?", "Two"], anna.Unread().Select(message => message.Text));
        Assert.Empty(anna.Last.Buttons);

        await telegram.Bot.EditMessageReplyMarkup(7, sent.Id, InlineKeyboardButton.WithCallbackData("No", "n"), cancellationToken: Stop);
        Assert.Equal("No", Assert.Single(anna.Last.Buttons).Text);

        await telegram.Bot.DeleteMessage(7, sent.Id, Stop);
        Assert.Equal("Bad Request: message to edit not found", (await Refused(() => telegram.Bot.EditMessageText(7, sent.Id, "x", cancellationToken: Stop))).Message);
        Assert.Equal("Bad Request: message to delete not found", (await Refused(() => telegram.Bot.DeleteMessage(7, sent.Id, Stop))).Message);
    }

    [Fact]
    public async Task A_moment_is_said_by_the_reader_s_app()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();

        await telegram.Bot.SendMessage(7, "At <tg-time unix=\"1647531900\" format=\"wDt\">22:45</tg-time>", ParseMode.Html, cancellationToken: Stop);

        Assert.Equal(new MessageEntity("date_time", 3, 5) { UnixTime = 1647531900, DateTimeFormat = "wDt" }, Assert.Single(anna.Last.Entities));
        Assert.StartsWith("Bad Request: can't parse entities", (await Refused(() => telegram.Bot.SendMessage(
            7, "<tg-time unix=\"1647531900\" format=\"tt\">22:45</tg-time>", ParseMode.Html, cancellationToken: Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_of_both_sides_are_deleted_within_two_days_and_not_after()
    {
        await using var telegram = await Start();
        var anna = telegram.Anna();
        var mine = anna.Send("Hello");
        var sent = await telegram.Bot.SendMessage(7, "One", cancellationToken: Stop);
        var old = await telegram.Bot.SendMessage(7, "Two", cancellationToken: Stop);
        await telegram.Bot.DeleteMessage(7, mine.Id, Stop);
        await telegram.Bot.DeleteMessage(7, sent.Id, Stop);
        await anna.Removed(mine.Id, Stop);

        telegram.Clock.Advance(TimeSpan.FromHours(49));

        Assert.Equal("Bad Request: message can't be deleted for everyone", (await Refused(() => telegram.Bot.DeleteMessage(7, old.Id, Stop))).Message);
        Assert.Equal("Two", anna.Last.Text);
        await telegram.Bot.EditMessageText(7, old.Id, "Three", cancellationToken: Stop);
        Assert.Equal("Three", anna.Last.Text);
    }

    [Fact]
    public async Task Text_and_caption_are_edited_each_by_its_own_method()
    {
        await using var telegram = await Start();
        telegram.Anna();
        using var bytes = new MemoryStream(Picture);
        var text = await telegram.Bot.SendMessage(7, "Hi", cancellationToken: Stop);
        var photo = await telegram.Bot.SendPhoto(7, InputFile.FromStream(bytes), cancellationToken: Stop);

        Assert.Equal("New", (await telegram.Bot.EditMessageCaption(7, photo.Id, "New", cancellationToken: Stop)).Caption);
        Assert.Equal("Bad Request: there is no text in the message to edit",
            (await Refused(() => telegram.Bot.EditMessageText(7, photo.Id, "x", cancellationToken: Stop))).Message);
        Assert.Equal("Bad Request: there is no caption in the message to edit",
            (await Refused(() => telegram.Bot.EditMessageCaption(7, text.Id, "x", cancellationToken: Stop))).Message);
    }

    [Fact]
    public async Task Buttons_that_telegram_would_refuse_are_refused()
    {
        await using var telegram = await Start();
        telegram.Anna();
        Task Send(InlineKeyboardButton button) => telegram.Bot.SendMessage(7, "Hi", replyMarkup: new InlineKeyboardMarkup(button), cancellationToken: Stop);

        await Send(InlineKeyboardButton.WithCallbackData("x", new string('d', 64)));
        await Send(InlineKeyboardButton.WithUrl("x", "https://weave.example.org/c/founders"));
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (await Refused(() => Send(InlineKeyboardButton.WithCallbackData("x", new string('d', 65))))).Message);
        Assert.Equal("Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
            (await Refused(() => Send(InlineKeyboardButton.WithUrl("x", "http://localhost/")))).Message);
    }
}
