using System.Text.Json.Serialization;

namespace Weave.Rooms;

/// <summary>Somebody asked something.</summary>
[GenerateSerializer, Immutable, Alias("questionAsked")]
public sealed record QuestionAsked([property: Id(0)] RoomQuestion Question) : RoomEvent, IVeiled
{
    [Id(70)]
    [JsonIgnore]
    public IReadOnlyList<Blind> Blind { get; init; } = [];

    /// <summary>Who leads sees all questions, to answer for them.</summary>
    public RoomEvent? For(Blind blind) => blind.Named ? new QuestionAsked(Question) : null;
}
