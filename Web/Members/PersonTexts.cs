namespace Weave.Members;

/// <summary>Names the resources <c>PersonTexts.resx</c>.</summary>
public sealed class PersonTexts;
