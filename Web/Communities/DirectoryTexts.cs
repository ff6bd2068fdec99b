namespace Weave.Communities;

/// <summary>Names the resources <c>DirectoryTexts.resx</c>.</summary>
public sealed class DirectoryTexts;
