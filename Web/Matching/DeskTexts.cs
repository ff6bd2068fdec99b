namespace Weave.Matching;

/// <summary>Names the resources <c>DeskTexts.resx</c>: what organizers see of a round.</summary>
public sealed class DeskTexts;
