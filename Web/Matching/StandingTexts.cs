namespace Weave.Matching;

/// <summary>Names the resources <c>StandingTexts.resx</c>: pages and the bot say the same.</summary>
public sealed class StandingTexts;
