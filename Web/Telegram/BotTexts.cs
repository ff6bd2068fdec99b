namespace Weave.Telegram;

/// <summary>Names the resources <c>BotTexts.resx</c>.</summary>
public sealed class BotTexts;
