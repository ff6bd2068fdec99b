namespace Weave.Telegram;

/// <summary>Names the resources <c>MiniAppTexts.resx</c>.</summary>
public sealed class MiniAppTexts;
