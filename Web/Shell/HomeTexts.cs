namespace Weave.Shell;

/// <summary>Names the resources <c>HomeTexts.resx</c>.</summary>
public sealed class HomeTexts;
