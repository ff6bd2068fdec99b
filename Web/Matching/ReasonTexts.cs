namespace Weave.Matching;

/// <summary>Names the resources <c>ReasonTexts.resx</c>.</summary>
public sealed class ReasonTexts;
