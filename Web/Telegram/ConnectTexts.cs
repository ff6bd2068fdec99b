namespace Weave.Telegram;

/// <summary>Names the resources <c>ConnectTexts.resx</c>.</summary>
public sealed class ConnectTexts;
