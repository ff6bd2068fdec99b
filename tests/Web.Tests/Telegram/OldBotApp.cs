namespace Weave.Telegram;

/// <summary>Weave with a server of Telegram's API of before moments.</summary>
public sealed class OldBotApp : BotApp
{
    protected override bool KnowsTimes => false;
}
