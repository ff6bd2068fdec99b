namespace Weave.Shell;

/// <summary>Names the resources <c>ShellTexts.resx</c>.</summary>
public sealed class ShellTexts;
