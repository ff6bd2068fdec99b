using System.Text.Json.Serialization;

namespace Weave.Rooms;

/// <summary>Something was said to the whole room.</summary>
[GenerateSerializer, Immutable, Alias("saidToRoom")]
public sealed record SaidToRoom([property: Id(0)] RoomMessage Message) : RoomEvent, IVeiled
{
    [Id(70)]
    [JsonIgnore]
    public IReadOnlyList<Blind> Blind { get; init; } = [];

    /// <summary>Who leads reads everything, to answer for it.</summary>
    public RoomEvent? For(Blind blind) => blind.Named ? new SaidToRoom(Message) : null;
}
