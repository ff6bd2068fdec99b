using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>What a room knows of itself. Bounded: people, messages and contacts are rows of tables.</summary>
[GenerateSerializer, Immutable, Alias("roomState")]
internal sealed record RoomState
{
    /// <summary>Null until the room is opened.</summary>
    [Id(0)] public RoomPlan? Plan { get; init; }
    [Id(1)] public string Community { get; init; } = "";
    [Id(2)] public RoomPhase Phase { get; init; }
    [Id(3)] public int Step { get; init; }
    [Id(4)] public int Round { get; init; }
    [Id(5)] public DateTimeOffset? Deadline { get; init; }
    [Id(6)] public DateTimeOffset StartedAt { get; init; }

    /// <summary>Who sits where now; empty outside of a round.</summary>
    [Id(7)] public ImmutableArray<ImmutableArray<int>> Tables { get; init; } = [];

    /// <summary>Who has sat where in this round long enough to have met the others: those at <see cref="Tables"/> and those who left in its second half.</summary>
    [Id(8)] public ImmutableArray<ImmutableArray<int>> Sat { get; init; } = [];
    [Id(9)] public ImmutableArray<PastRound> Past { get; init; } = [];

    /// <summary>The last change of phase, or the opening.</summary>
    [Id(10)] public DateTimeOffset ActiveAt { get; init; }

    /// <summary>Who will sit where in the rounds to come if nobody comes or goes.</summary>
    [Id(11)] public ImmutableArray<PlannedRound> Planned { get; init; } = [];

    /// <summary>In the introductions and on the open floor: who is on the stage, then who waits. Else empty.</summary>
    [Id(12)] public ImmutableArray<int> Stage { get; init; } = [];

    /// <summary>Who has been on the stage, the one who is there now included.</summary>
    [Id(13)] public ImmutableArray<int> Introduced { get; init; } = [];

    /// <summary>Those who would rather not be on the stage in the introductions.</summary>
    [Id(63)] public ImmutableArray<int> Passed { get; init; } = [];

    /// <summary>It was called off before it began.</summary>
    [Id(26)] public bool Cancelled { get; init; }

    /// <summary>How often the beginning was moved: calendars want to know.</summary>
    [Id(27)] public int Sequence { get; init; }

    /// <summary>The clock stands still; null when it runs, or there is none.</summary>
    [Id(14)] public ClockPause? Pause { get; init; }
    [Id(15)] public House House { get; init; } = new();

    /// <summary>Who will sit where in the next round as arranged by hand; empty when nothing is.</summary>
    [Id(16)] public ImmutableArray<ImmutableArray<int>> Arranged { get; init; } = [];

    /// <summary>How often each table of the round has changed its question, by the table's index; shorter when none of the later ones has.</summary>
    [Id(20)] public ImmutableArray<int> Turned { get; init; } = [];

    /// <summary>The tables of the round that ask for help.</summary>
    [Id(21)] public ImmutableArray<HelpCall> Calls { get; init; } = [];

    /// <summary>The series it belongs to; null for one that stands alone.</summary>
    [Id(28)] public Guid? Series { get; init; }

    /// <summary>When the room last noted that it lives; default in a state of an older version.</summary>
    [Id(61)] public DateTimeOffset AliveAt { get; init; }

    /// <summary>The floor was open, or is.</summary>
    [Id(60)] public bool FloorHeld { get; init; }

    /// <summary>The change of phase that comes at the deadline because an organizer has asked for it; null for what the clock does by itself.</summary>
    [Id(62)] public Countdown? Countdown { get; init; }

    /// <summary>The table somebody sits at, from 1; zero without one.</summary>
    public int TableOf(int number) => Tables.TakeWhile(table => !table.Contains(number)).Count() is var index && index < Tables.Length ? index + 1 : 0;

    /// <summary>All tables there have been in order of the rounds, those of the round that is on included.</summary>
    public IEnumerable<ImmutableArray<int>> AllTables() => Past.SelectMany(round => round.Tables).Concat(Sat);
}
