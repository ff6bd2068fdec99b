namespace Weave.Rooms;

/// <summary>What happened in one turn of a room, for one topic.</summary>
/// <param name="Epoch">See <see cref="RoomSnapshot.Epoch"/>.</param>
/// <param name="Topic">See <see cref="RoomTopic"/>.</param>
/// <param name="Version">The topic's version with these events applied: one more than that of the batch before.</param>
/// <param name="Events">In order.</param>
[GenerateSerializer, Immutable, Alias("roomEvents")]
public sealed record RoomEvents([property: Id(0)] Guid Room, [property: Id(1)] string Epoch, [property: Id(2)] string Topic, [property: Id(3)] int Version, [property: Id(4)] IReadOnlyList<RoomEvent> Events)
{
    /// <summary>The numbers of those who must see something else.</summary>
    public IReadOnlySet<int> Blind() => Events.OfType<IVeiled>().SelectMany(shown => shown.Blind).Select(blind => blind.Number).ToHashSet();

    /// <summary>The same version as one participant may see it.</summary>
    public RoomEvents For(int number) => this with
    {
        Events = [.. Events.Select(happened => happened is IVeiled shown && shown.Blind.FirstOrDefault(blind => blind.Number == number) is { } blind ? shown.For(blind) : happened).OfType<RoomEvent>()],
    };
}
