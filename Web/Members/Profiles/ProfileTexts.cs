namespace Weave.Members;

/// <summary>Names the resources <c>ProfileTexts.resx</c>.</summary>
public sealed class ProfileTexts;
