namespace Weave.Notifications;

/// <summary>Names the resources <c>AnswerTexts.resx</c>.</summary>
public sealed class AnswerTexts;
