namespace Weave.Notifications;

/// <summary>One block of a <see cref="Letter"/>.</summary>
internal abstract record LetterPart
{
    private LetterPart()
    {
    }

    /// <summary>Plain sentences.</summary>
    public sealed record Paragraph(string Text) : LetterPart;

    /// <summary>Somebody's name, above what is said of them.</summary>
    public sealed record Heading(string Text) : LetterPart;

    /// <summary>Something of somebody: "Looks for", and what.</summary>
    public sealed record Field(string Label, string Text) : LetterPart;

    /// <summary>The one thing to do.</summary>
    public sealed record Button(string Text, string Url) : LetterPart;

    /// <summary>A smaller way to go.</summary>
    public sealed record Link(string Text, string Url) : LetterPart;

    /// <summary>The small print.</summary>
    public sealed record Note(string Text) : LetterPart;
}
