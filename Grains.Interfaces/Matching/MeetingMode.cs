namespace Weave.Matching;

/// <summary>How partners meet. Append, never renumber.</summary>
public enum MeetingMode
{
    Online = 0,
    InPerson = 1,
}
