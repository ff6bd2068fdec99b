namespace Weave.Rooms;

/// <summary>Names the resources <c>IntroductionTexts.resx</c>: what members are told about introductions after a room.</summary>
public sealed class IntroductionTexts;
