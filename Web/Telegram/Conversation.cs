using System.Globalization;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Weave.Members;
using Weave.Notifications;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>
/// Handles one update after another of a private chat: reads where the conversation stands, lets a topic answer, puts the answers into the outbox, and
/// only then remembers that the update is handled. Killed in between it does the same again: what topics ask of grains may be repeated, and an answer whose
/// key the outbox knows is dropped.
/// </summary>
internal sealed partial class Conversation(BotClient api, IGrainFactory grains, Topics topics, Words words, Refusals refusals, ILogger<Conversation> logger)
{
    /// <summary>The chat an update belongs to; null for what is not said in private, which is nobody's business here.</summary>
    public static long? ChatOf(Update update) => (update.Message?.Chat ?? update.CallbackQuery?.Message?.Chat ?? update.MyChatMember?.Chat) is { Type: ChatType.Private } chat
        ? chat.Id : null;

    public async Task Handle(Update update)
    {
        if (ChatOf(update) is not { } chat)
            return;
        if (update.MyChatMember is { } presence)
            await NotePresence(presence);
        else if ((update.Message?.From ?? update.CallbackQuery?.From) is { IsBot: false } from)
            await Handle(update, chat, from);
    }

    /// <summary>Says sorry for an update that cannot be handled, and leaves it behind.</summary>
    public async Task GiveUp(Update update)
    {
        if (ChatOf(update) is not { } chat)
            return;
        var grain = grains.GetGrain<ITelegramChatGrain>(chat);
        var turn = new Turn(update.Message?.From ?? update.CallbackQuery?.From ?? new User(), await grain.Get(), null, null);
        Languages.In(turn.Language, () =>
        {
            turn.Say(new BotMessage { Text = words.Html("Sorry") });
            return true;
        });
        await Send(update, chat, turn);
        await grain.Handled(update.Id, turn.Chat);
    }

    private async Task Handle(Update update, long chat, User from)
    {
        var grain = grains.GetGrain<ITelegramChatGrain>(chat);
        var before = await grain.Get();
        if (before.Knows(update.Id))
            return;
        var turn = new Turn(from, before, await Find(from), update.CallbackQuery?.Message);
        await Languages.In(turn.Language, () => Answer(turn, update));
        await Send(update, chat, turn);
        await grain.Handled(update.Id, turn.Chat);
        if (update.CallbackQuery is { } query)
            await StopWaiting(query, turn.Toast);
    }

    private async Task Answer(Turn turn, Update update)
    {
        try
        {
            await topics.Answer(turn, update);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotSignedIn)
        {
            topics.Greet(turn);
        }
        catch (Refused refused)
        {
            var said = refusals.Say(refused);
            if (update.CallbackQuery is not null)
                turn.Toast = said;
            else
                turn.Say(new BotMessage { Text = Html.Escape(said) });
        }
    }

    private async Task<Member?> Find(User from)
    {
        if (await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(from.Id)).Find() is not { } id)
            return null;
        var grain = grains.GetGrain<IMemberGrain>(id);
        var member = await grain.Get();
        if (member.Telegram is { Unreachable: false } known && known.Username == from.Username)
            return member;
        // They speak to us: whatever was said about them before, they can be reached.
        await grain.LinkTelegram(new TelegramLink(from.Id, from.Username));
        return await grain.Get();
    }

    private async Task NotePresence(ChatMemberUpdated presence)
    {
        if (await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(presence.From.Id)).Find() is not { } id)
            return;
        var member = grains.GetGrain<IMemberGrain>(id);
        if (presence.NewChatMember.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left)
        {
            await member.TelegramUnreachable();
            await topics.Gone(presence.From.Id, id);
        }
        else
        {
            await member.LinkTelegram(new TelegramLink(presence.From.Id, presence.From.Username));
        }
    }

    private Task Send(Update update, long chat, Turn turn) => turn.Replies.Count == 0
        ? Task.CompletedTask
        : grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram).Enqueue(
        [
            .. turn.Replies.Select((reply, index) => new OutboxMessage
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"update:{update.Id}:{index}"),
                Recipient = chat.ToString(CultureInfo.InvariantCulture),
                Language = turn.Language,
                Member = turn.Member?.Id,
                Notice = reply.Ready(),
                Replaces = reply.Edit is { } edit ? string.Create(CultureInfo.InvariantCulture, $"edit:{edit}") : null,
            }),
        ]);

    /// <summary>Ends the little clock on the button. It is of no use later, so that it is neither kept nor tried again.</summary>
    private async Task StopWaiting(CallbackQuery query, string? toast)
    {
        try
        {
            await api.Client.AnswerCallbackQuery(query.Id, toast is { Length: > 200 } ? toast[..200] : toast);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogUnanswered(logger, api.Say(e));
        }
    }

    [LoggerMessage(LogLevel.Debug, "A pressed button could not be acknowledged: {Error}")]
    private static partial void LogUnanswered(ILogger logger, string error);
}
