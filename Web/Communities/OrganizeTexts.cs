namespace Weave.Communities;

/// <summary>Names the resources <c>OrganizeTexts.resx</c>.</summary>
public sealed class OrganizeTexts;
