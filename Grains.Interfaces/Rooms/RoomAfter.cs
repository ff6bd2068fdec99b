using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room that is over, for somebody who was in it. People of whom one has blocked the other are left out.</summary>
[GenerateSerializer, Immutable, Alias("roomAfter")]
public sealed record RoomAfter
{
    /// <summary>Whom I sat with in order of the rounds, then those who gave me their contact or I was introduced to, each once.</summary>
    [Id(0)] public required IReadOnlyList<PersonAfter> Met { get; init; }

    /// <summary>Whom I wanted to meet and did not.</summary>
    [Id(1)] public required IReadOnlyList<PersonAfter> Missed { get; init; }

    /// <summary>Those who ask to be introduced to me.</summary>
    [Id(2)] public required IReadOnlyList<PersonAfter> Asking { get; init; }

    /// <summary>What was written down at the tables I sat at, in order of the rounds.</summary>
    [Id(3)] public required IReadOnlyList<NoteAfter> Notes { get; init; }

    /// <summary>What was written to me alone, with the authors' names.</summary>
    [Id(4)] public required IReadOnlyList<WordAfter> Whispers { get; init; }

    /// <summary>What I would give: the fields I share as a rule, as far as they are filled in.</summary>
    [Id(5)] public required ContactCard MyCard { get; init; }

    /// <summary>The fields of <see cref="MyCard"/>.</summary>
    [Id(9)] public required ContactFields MyFields { get; init; }

    /// <summary>How useful I found it, 1 to 5; zero when I have not said.</summary>
    [Id(6)] public required int Useful { get; init; }

    /// <summary>Whether I would come again; null when I have not said.</summary>
    [Id(7)] public required bool? Again { get; init; }

    /// <summary>What all said, in numbers; null for those who do not lead.</summary>
    [Id(8)] public required FeedbackFigures? Feedback { get; init; }
}
