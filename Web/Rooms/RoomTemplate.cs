namespace Weave.Rooms;

/// <summary>A shape of a room to begin with.</summary>
/// <param name="Speaker">How long each introduces themselves, in seconds; zero without introductions.</param>
/// <param name="Floor">How long the floor is open after the rounds, in minutes; zero without one.</param>
public sealed record RoomTemplate(string Name, int TableSize, int Rounds, int Minutes, int Speaker, int Floor)
{
    public static readonly IReadOnlyList<RoomTemplate> List =
        [new("Speed", 2, 6, 5, 0, 0), new("Tables", 4, 4, 12, 0, 0), new("Club", 4, 3, 10, 60, 20)];
}
