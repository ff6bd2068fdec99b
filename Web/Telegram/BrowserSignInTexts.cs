namespace Weave.Telegram;

/// <summary>Names the resources <c>BrowserSignInTexts.resx</c>.</summary>
public sealed class BrowserSignInTexts;
