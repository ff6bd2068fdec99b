namespace Weave.Members;

/// <summary>Names the resources <c>SettingsTexts.resx</c>.</summary>
public sealed class SettingsTexts;
