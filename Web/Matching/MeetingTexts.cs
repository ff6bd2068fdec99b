namespace Weave.Matching;

/// <summary>Names the resources <c>MeetingTexts.resx</c>: plain sentences, which pages, mail and the bot share.</summary>
public sealed class MeetingTexts;
