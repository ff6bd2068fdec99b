namespace Weave.Matching;

/// <summary>Names the resources <c>RoundsTexts.resx</c>.</summary>
public sealed class RoundsTexts;
