namespace Weave.Matching;

/// <summary>Names the resources <c>MatchTexts.resx</c>.</summary>
public sealed class MatchTexts;
