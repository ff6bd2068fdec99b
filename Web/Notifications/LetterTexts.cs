namespace Weave.Notifications;

/// <summary>Names the resources <c>LetterTexts.resx</c>.</summary>
public sealed class LetterTexts;
