namespace Weave.Rooms;

/// <summary>What the tables of a room are planned for.</summary>
[Alias("roomAim")]
public enum RoomAim
{
    /// <summary>As few as possible sit together again in the rounds planned.</summary>
    FewRepeats,

    /// <summary>Everybody meets everybody in as few rounds as possible, however many were planned.</summary>
    EverybodyMeets,
}
