using System.Text;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Weave.Matching;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Telegram;

/// <summary>Sends one message as Telegram wants it: within its lengths, as a picture with a caption where there is one, as a change of an older one where asked.</summary>
internal sealed class Sender(BotClient api, IGrainFactory grains, IOptions<OutboxOptions> limits, TimeProvider time)
{
    /// <summary>What one message may have, in characters as Telegram counts them.</summary>
    public const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <summary>The server has refused a moment: it is of before Bot API 9.5, and is not asked twice for each message.</summary>
    private volatile bool _knowsNoTimes;

    private ITelegramBotClient Bot => api.Client;

    /// <summary>Returns the number of the message that says it now.</summary>
    public async Task<int> Send(long chat, BotMessage message, CancellationToken cancellation)
    {
        if (message.Export is { } member)
            return await SendExport(chat, member, message.Text, cancellation);
        var plain = _knowsNoTimes;
        if (plain)
            message = message with { Text = Html.WithoutTimes(message.Text) };
        try
        {
            return message.Edit is { } edited && await Edit(chat, edited, message, cancellation) ? edited : await SendNew(chat, message, cancellation);
        }
        catch (ApiRequestException e) when (KnowsNoTimes(e) && !plain)
        {
            _knowsNoTimes = true;
            return await Send(chat, message, cancellation);
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400 && e.Message.Contains("BUTTON_", StringComparison.Ordinal))
        {
            // Some people allow no button that leads to them; their name in the text does.
            return await SendNew(chat, message with { Buttons = [.. message.Buttons.Where(row => row.All(button => button is { Url: null, App: null }))] }, cancellation);
        }
    }

    /// <summary>
    /// Takes messages out of the chat, ours and the person's own. Telegram does that for two days only, and not for what is gone already: then there is nothing more to do.
    /// </summary>
    public async Task Remove(long chat, IReadOnlyList<int> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
        {
            try
            {
                await Bot.DeleteMessage(chat, message, cancellation);
            }
            catch (ApiRequestException e) when (e.ErrorCode == 400)
            {
                // It stays, or was gone.
            }
        }
    }

    /// <summary>False when the message cannot be changed, so that a new one is needed.</summary>
    private async Task<bool> Edit(long chat, int edited, BotMessage message, CancellationToken cancellation)
    {
        if (Html.Length(message.Text) > (message.EditsPicture ? LongestCaption : LongestText))
            return false;
        try
        {
            if (message.EditsPicture)
                await Bot.EditMessageCaption(chat, edited, message.Text, ParseMode.Html, Keyboard(message), cancellationToken: cancellation);
            else
                await Bot.EditMessageText(chat, edited, message.Text, ParseMode.Html, Keyboard(message), NoPreview, cancellationToken: cancellation);
            return true;
        }
        catch (ApiRequestException e) when (e.ErrorCode == 400 && !KnowsNoTimes(e))
        {
            return e.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>
    /// Pictures first, the text as the caption of the last one, what does not fit there as texts of their own, the buttons under the last of them. Each piece is a
    /// message to Telegram's limits, so that they keep the chat's pace; a fault half-way repeats those before it.
    /// </summary>
    private async Task<int> SendNew(long chat, BotMessage message, CancellationToken cancellation)
    {
        if (message.Calendar is { } calendar)
            return await SendCalendar(chat, calendar, message, cancellation);
        var last = 0;
        var pictures = await Pictures(message);
        var parts = Html.Split(message.Text, pictures.Count > 0 ? LongestCaption : LongestText, LongestText);
        var before = Math.Max(pictures.Count - 1, 0);
        for (var i = 0; i < before + parts.Count; i++)
        {
            if (i > 0)
                await Task.Delay(limits.Value.Telegram.RecipientRest, time, cancellation);
            var keyboard = i == before + parts.Count - 1 ? Keyboard(message) : null;
            if (i < pictures.Count)
                last = await SendPicture(chat, pictures[i], i < before ? null : parts[0], keyboard, cancellation);
            else
                last = (await Bot.SendMessage(chat, parts[i - before], ParseMode.Html, replyMarkup: keyboard, linkPreviewOptions: NoPreview, cancellationToken: cancellation)).Id;
        }
        return last;
    }

    private async Task<int> SendPicture(long chat, byte[] picture, string? caption, InlineKeyboardMarkup? keyboard, CancellationToken cancellation)
    {
        await using var stream = new MemoryStream(picture);
        return (await Bot.SendPhoto(chat, InputFile.FromStream(stream, "picture.jpg"), caption, ParseMode.Html, replyMarkup: keyboard, cancellationToken: cancellation)).Id;
    }

    private async Task<int> SendCalendar(long chat, string calendar, BotMessage message, CancellationToken cancellation)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(calendar));
        return (await Bot.SendDocument(
            chat, InputFile.FromStream(stream, CalendarEntries.FileName), message.Text, ParseMode.Html, replyMarkup: Keyboard(message), cancellationToken: cancellation)).Id;
    }

    private async Task<int> SendExport(long chat, Guid member, string caption, CancellationToken cancellation)
    {
        await using var stream = new MemoryStream(await grains.GetGrain<IPersonalDataGrain>(member).Export());
        return (await Bot.SendDocument(chat, InputFile.FromStream(stream, "weave.json"), caption, ParseMode.Html, cancellationToken: cancellation)).Id;
    }

    private async Task<IReadOnlyList<byte[]>> Pictures(BotMessage message)
    {
        var pictures = new List<byte[]>();
        foreach (var member in message.Pictures)
            if (await grains.GetGrain<IPictureGrain>(member).Get() is { } picture)
                pictures.Add(picture);
        return pictures;
    }

    private static bool KnowsNoTimes(ApiRequestException e) => e.ErrorCode == 400 && e.Message.Contains(Html.TimeTag, StringComparison.Ordinal);

    private static InlineKeyboardMarkup? Keyboard(BotMessage message) => message.Buttons.Count == 0 ? null : new InlineKeyboardMarkup(
        message.Buttons.Select(row => row.Select(button => button switch
        {
            { App: { } app } => InlineKeyboardButton.WithWebApp(button.Text, new WebAppInfo(app)),
            { Url: { } url } => InlineKeyboardButton.WithUrl(button.Text, url),
            _ => InlineKeyboardButton.WithCallbackData(button.Text, button.Press ?? ""),
        })));
}
