namespace Weave.Members;

/// <summary>Names the resources <c>OwnDataTexts.resx</c>.</summary>
public sealed class OwnDataTexts;
