namespace Weave.Matching;

/// <summary>Names the resources <c>RoundTexts.resx</c>.</summary>
public sealed class RoundTexts;
