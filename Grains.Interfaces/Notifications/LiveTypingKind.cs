namespace Weave.Notifications;

/// <summary>What a button in a room asks for.</summary>
public enum LiveTypingKind
{
    Question = 0,

    /// <summary>A word to the one on the stage alone.</summary>
    Whisper = 1,

    /// <summary>A line of what the table writes down.</summary>
    Note = 2,
}
