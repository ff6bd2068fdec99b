namespace Weave.Communities;

/// <summary>Names the resources <c>RosterTexts.resx</c>.</summary>
public sealed class RosterTexts;
