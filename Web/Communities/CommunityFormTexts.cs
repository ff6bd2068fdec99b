namespace Weave.Communities;

/// <summary>Names the resources <c>CommunityFormTexts.resx</c>.</summary>
public sealed class CommunityFormTexts;
