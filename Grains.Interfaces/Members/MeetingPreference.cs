namespace Weave.Members;

/// <summary>Where a member likes to meet.</summary>
public enum MeetingPreference
{
    Both = 0,
    Online = 1,
    InPerson = 2,
}
