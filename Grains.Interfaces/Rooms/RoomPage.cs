using Weave.Communities;

namespace Weave.Rooms;

/// <summary>A room from outside: what the page shows before one joins and after it is closed.</summary>
[GenerateSerializer, Immutable, Alias("roomPage")]
public sealed record RoomPage
{
    [Id(0)] public required Guid Id { get; init; }
    [Id(1)] public required RoomPlan Plan { get; init; }
    [Id(2)] public required string Community { get; init; }
    [Id(3)] public required RoomPhase Phase { get; init; }

    /// <summary>How many are in the room, or were when it closed.</summary>
    [Id(4)] public required int Participants { get; init; }

    /// <summary>Where the viewer stands in the community; None for somebody who is not signed in.</summary>
    [Id(5)] public required MembershipStatus Status { get; init; }

    /// <summary>The viewer has been in the room.</summary>
    [Id(6)] public required bool Joined { get; init; }

    /// <summary>Whom the viewer sat with, in order of the rounds, each person once. Empty for others.</summary>
    [Id(7)] public required IReadOnlyList<Participant> Met { get; init; }

    /// <summary>It was called off.</summary>
    [Id(20)] public bool Cancelled { get; init; }

    /// <summary>The doors are open: an hour before the beginning, and from then on until it is closed.</summary>
    [Id(21)] public bool Open { get; init; }

    /// <summary>There is no place for the viewer: all are taken, or kept for others. Never so for those who lead it.</summary>
    [Id(22)] public bool Full { get; init; }

    /// <summary>How often the beginning was moved.</summary>
    [Id(23)] public int Sequence { get; init; }

    /// <summary>How many places are taken: by those in the room, and by those they are kept for.</summary>
    [Id(24)] public int Taken { get; init; }

    /// <summary>Whether the viewer has said that they will come.</summary>
    [Id(25)] public RoomPlace Mine { get; init; }

    /// <summary>The series it belongs to; null for one that stands alone.</summary>
    [Id(26)] public Guid? Series { get; init; }

    /// <summary>Nobody comes in who has not been in.</summary>
    [Id(15)] public bool Locked { get; init; }

    /// <summary>The viewer was taken out, and not let in again.</summary>
    [Id(16)] public bool TakenOut { get; init; }

    /// <summary>The viewer has the powers of an organizer in this room.</summary>
    [Id(17)] public bool Leads { get; init; }
}
