namespace Weave.Shell;

/// <summary>Names the resources <c>RefusalTexts.resx</c>.</summary>
public sealed class RefusalTexts;
