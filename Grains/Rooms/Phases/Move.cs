namespace Weave.Rooms;

/// <summary>What moves a room on, by an organizer's word or by the clock.</summary>
internal enum Move
{
    Introduce,
    NextSpeaker,
    StartRound,
    Extend,
    End,
    Close,
    OpenFloor,
}
