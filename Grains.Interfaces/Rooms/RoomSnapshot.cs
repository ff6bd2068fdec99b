using Weave.Members;

namespace Weave.Rooms;

/// <summary>
/// All a participant's screen needs. A client takes it on joining, after a reconnect and whenever it misses a version; events with a version
/// not above the snapshot's are already part of it.
/// </summary>
[GenerateSerializer, Immutable, Alias("roomSnapshot")]
public sealed record RoomSnapshot
{
    [Id(0)] public required Guid Room { get; init; }

    /// <summary>Names one life of the room's activation. Versions of different epochs cannot be compared: a new epoch asks for a new snapshot.</summary>
    [Id(1)] public required string Epoch { get; init; }

    /// <summary>The version of the topic <c>room</c>.</summary>
    [Id(2)] public required int Version { get; init; }

    /// <summary>The version of the topic of my table; zero without a table.</summary>
    [Id(3)] public required int TableVersion { get; init; }

    /// <summary>The version of my own topic.</summary>
    [Id(4)] public required int MyVersion { get; init; }

    /// <summary>The server's clock at the moment of the snapshot, to count down by.</summary>
    [Id(5)] public required DateTimeOffset Now { get; init; }

    /// <summary>Counts the changes of phase. Organizers' commands carry it, so that two pressing at once move one step.</summary>
    [Id(6)] public required int Step { get; init; }

    [Id(7)] public required RoomPlan Plan { get; init; }

    /// <summary>The community's slug.</summary>
    [Id(8)] public required string Community { get; init; }

    [Id(9)] public required RoomPhase Phase { get; init; }

    /// <summary>The number of the round that is on or was last, from 1; zero before the first.</summary>
    [Id(10)] public required int Round { get; init; }

    /// <summary>When the round, the time of who is on the stage, or the open floor ends, or <see cref="Next"/> begins; null where nothing is counted down to, and while the clock stands still.</summary>
    [Id(11)] public DateTimeOffset? Deadline { get; init; }

    /// <summary>Everybody who has come, in order of their numbers, those who left included.</summary>
    [Id(12)] public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>Who sits where in the round that is on, by participants' numbers; the first list is table 1. Empty outside of a round.</summary>
    [Id(13)] public required IReadOnlyList<IReadOnlyList<int>> Tables { get; init; }

    /// <summary>My number.</summary>
    [Id(14)] public required int Me { get; init; }

    /// <summary>The last 100 messages of my table in this round, oldest first.</summary>
    [Id(15)] public required IReadOnlyList<RoomMessage> Messages { get; init; }

    /// <summary>The contacts I was given in this room.</summary>
    [Id(16)] public required IReadOnlyList<SharedContact> Received { get; init; }

    /// <summary>What I gave away in this room.</summary>
    [Id(17)] public required IReadOnlyList<SharedMine> Given { get; init; }

    /// <summary>What I can give away: my card, whole.</summary>
    [Id(18)] public required ContactCard MyCard { get; init; }

    /// <summary>What I give when I choose nothing else.</summary>
    [Id(19)] public required ContactFields MyFields { get; init; }

    /// <summary>In the introductions and on the open floor: who is on the stage, and who comes after, in order. Else empty.</summary>
    [Id(20)] public IReadOnlyList<int> Stage { get; init; } = [];

    /// <summary>What is left while the clock stands still; null when it runs, or there is none.</summary>
    [Id(21)] public TimeSpan? Left { get; init; }

    /// <summary>Whether the room is locked, which tables ask for time, and the last word to everybody.</summary>
    [Id(22)] public RoomHouse House { get; init; } = new();

    /// <summary>I may not write for now.</summary>
    [Id(23)] public bool Muted { get; init; }

    /// <summary>From when on anybody may take the lead; null while somebody leads.</summary>
    [Id(24)] public DateTimeOffset? LeadFreeAt { get; init; }

    /// <summary>Whom I want to meet, by numbers. Nobody else is told.</summary>
    [Id(26)] public IReadOnlyList<int> Wishes { get; init; } = [];

    /// <summary>The last 50 messages that were written to me alone, oldest first.</summary>
    [Id(27)] public IReadOnlyList<RoomWhisper> Whispers { get; init; } = [];

    /// <summary>What has been asked, in order; the hidden ones for organizers only.</summary>
    [Id(28)] public IReadOnlyList<RoomQuestion> Questions { get; init; } = [];

    /// <summary>What my table shares; null without a table.</summary>
    [Id(29)] public TableTalk? Talk { get; init; }

    /// <summary>Tables that ask for help: all of them for organizers, else mine.</summary>
    [Id(30)] public IReadOnlyList<HelpCall> Calls { get; init; } = [];

    /// <summary>The last 100 messages to the whole room, oldest first.</summary>
    [Id(62)] public IReadOnlyList<RoomMessage> RoomMessages { get; init; } = [];

    /// <summary>The floor was open, or is: what comes next is not the open floor.</summary>
    [Id(60)] public bool FloorHeld { get; init; }

    /// <summary>The phase that begins at the deadline because an organizer has asked for it; null for what the clock does by itself.</summary>
    [Id(63)] public RoomPhase? Next { get; init; }

    /// <summary>I would rather not be on the stage in the introductions.</summary>
    [Id(64)] public bool Passed { get; init; }

    /// <summary>How many wait for a place outside.</summary>
    [Id(61)] public int Waiting { get; init; }
}
