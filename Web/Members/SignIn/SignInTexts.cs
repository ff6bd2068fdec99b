namespace Weave.Members;

/// <summary>Names the resources <c>SignInTexts.resx</c>.</summary>
public sealed class SignInTexts;
