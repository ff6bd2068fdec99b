using System.Text.Json.Serialization;

namespace Weave.Rooms;

/// <summary>Somebody came in, for the first time or again; replaces what was known of this number.</summary>
[GenerateSerializer, Immutable, Alias("participantJoined")]
public sealed record ParticipantJoined([property: Id(0)] Participant Participant) : RoomEvent, IVeiled
{
    [Id(70)]
    [JsonIgnore]
    public IReadOnlyList<Blind> Blind { get; init; } = [];

    public RoomEvent For(Blind blind) => new ParticipantJoined(Participant.Veiled(blind.Named));
}
