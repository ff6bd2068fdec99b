namespace Weave.Notifications;

/// <summary>Names the resources <c>FailedTexts.resx</c>.</summary>
public sealed class FailedTexts;
