namespace Weave.Notifications;

/// <summary>What a mail says, before it is text or HTML.</summary>
/// <param name="Subject">The subject; also the first heading.</param>
/// <param name="Parts">The body from top to bottom.</param>
internal sealed record Letter(string Subject, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>An entry for the reader's calendar, attached as a file.</summary>
    public string? Calendar { get; init; }

    /// <summary>Where mail programs post when the reader wants no more of these; null for what was asked for.</summary>
    public string? Unsubscribe { get; init; }
}
