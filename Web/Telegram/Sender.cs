using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Weave.Matching;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>Sends one message as Telegram wants it: within its lengths, as a picture with a caption where there is one, as a change of an older one where asked.</summary>
internal sealed class Sender(BotClient api, IGrainFactory grains)
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    private ITelegramBotClient Bot => api.Client;

    public async Task Send(long chat, BotMessage message, CancellationToken cancellation)
    {
        if (message.Edit is { } edited && await Edit(chat, edited, message, cancellation))
            return;
        try
        {
            await SendNew(chat, message, cancellation);
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400 && e.Message.Contains("BUTTON_", StringComparison.Ordinal))
        {
            // Some people allow no button that leads to them; their name in the text does.
            await SendNew(chat, message with { Buttons = [.. message.Buttons.Where(row => row.All(button => button.Url is null))] }, cancellation);
        }
    }

    /// <summary>False when the message cannot be changed, so that a new one is needed.</summary>
    private async Task<bool> Edit(long chat, int edited, BotMessage message, CancellationToken cancellation)
    {
        if (message.Text.Length > (message.EditsPicture ? LongestCaption : LongestText))
            return false;
        try
        {
            if (message.EditsPicture)
                await Bot.EditMessageCaption(chat, edited, message.Text, ParseMode.Html, Keyboard(message), cancellationToken: cancellation);
            else
                await Bot.EditMessageText(chat, edited, message.Text, ParseMode.Html, Keyboard(message), NoPreview, cancellationToken: cancellation);
            return true;
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400)
        {
            return e.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task SendNew(long chat, BotMessage message, CancellationToken cancellation)
    {
        if (message.Calendar is { } calendar && message.Text.Length <= LongestCaption)
        {
            await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(calendar));
            await Bot.SendDocument(
                chat, InputFile.FromStream(stream, CalendarEntries.FileName), message.Text, ParseMode.Html, replyMarkup: Keyboard(message), cancellationToken: cancellation);
            return;
        }
        var pictures = await Pictures(message);
        if (pictures is [var only] && message.Text.Length <= LongestCaption)
        {
            await using var stream = new MemoryStream(only);
            await Bot.SendPhoto(chat, InputFile.FromStream(stream, "picture.jpg"), message.Text, ParseMode.Html, replyMarkup: Keyboard(message), cancellationToken: cancellation);
            return;
        }
        foreach (var picture in pictures)
        {
            await using var stream = new MemoryStream(picture);
            await Bot.SendPhoto(chat, InputFile.FromStream(stream, "picture.jpg"), cancellationToken: cancellation);
        }
        var parts = Html.Split(message.Text, LongestText);
        for (var i = 0; i < parts.Count; i++)
            await Bot.SendMessage(chat, parts[i], ParseMode.Html, replyMarkup: i == parts.Count - 1 ? Keyboard(message) : null, linkPreviewOptions: NoPreview, cancellationToken: cancellation);
    }

    private async Task<IReadOnlyList<byte[]>> Pictures(BotMessage message)
    {
        var pictures = new List<byte[]>();
        foreach (var member in message.Pictures)
            if (await grains.GetGrain<IPictureGrain>(member).Get() is { } picture)
                pictures.Add(picture);
        return pictures;
    }

    private static InlineKeyboardMarkup? Keyboard(BotMessage message) => message.Buttons.Count == 0 ? null : new InlineKeyboardMarkup(
        message.Buttons.Select(row => row.Select(button => button.Url is { } url
            ? InlineKeyboardButton.WithUrl(button.Text, url)
            : InlineKeyboardButton.WithCallbackData(button.Text, button.Press ?? ""))));
}
