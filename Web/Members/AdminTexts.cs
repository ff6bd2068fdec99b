namespace Weave.Members;

/// <summary>Names the resources <c>AdminTexts.resx</c>.</summary>
public sealed class AdminTexts;
