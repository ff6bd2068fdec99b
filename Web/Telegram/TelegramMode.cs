namespace Weave.Telegram;

/// <summary>How updates come from Telegram.</summary>
public enum TelegramMode
{
    /// <summary>Weave asks for them: needs no public address.</summary>
    Polling = 0,

    /// <summary>Telegram sends them to <c>/telegram/webhook</c>: needs <c>Site:Url</c>.</summary>
    Webhook = 1,
}
