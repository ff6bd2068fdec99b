namespace Weave.Notifications;

/// <summary>The people of the room are looked through, until the room moves on.</summary>
/// <param name="Step">The room's step when they were asked for.</param>
/// <param name="Page">From zero.</param>
[GenerateSerializer, Immutable, Alias("livePeople")]
public sealed record LivePeople([property: Id(0)] int Step, [property: Id(1)] int Page)
{
    /// <summary>Whether they are asked if all shall get their contact.</summary>
    [Id(2)] public bool Giving { get; init; }
}
