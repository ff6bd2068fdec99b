namespace Weave.Rooms;

/// <summary>Where an introduction stands for the one who looks: who asked never learns of a decline.</summary>
public enum IntroductionState
{
    None = 0,
    Asked = 1,
    Agreed = 2,
    Declined = 3,
}
