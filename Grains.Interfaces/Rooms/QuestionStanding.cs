namespace Weave.Rooms;

/// <summary>What has become of a question. Append, never renumber.</summary>
public enum QuestionStanding
{
    Open = 0,
    Answered = 1,

    /// <summary>Only organizers see it.</summary>
    Hidden = 2,
}
