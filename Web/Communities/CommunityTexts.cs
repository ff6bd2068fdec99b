namespace Weave.Communities;

/// <summary>Names the resources <c>CommunityTexts.resx</c>.</summary>
public sealed class CommunityTexts;
