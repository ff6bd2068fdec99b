namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomIcebreakers.resx</c>: questions a table may begin with, where the organizer has none of their own.</summary>
public sealed class RoomIcebreakers
{
    /// <summary>How many there are; they are named Q1 and so on.</summary>
    public const int Count = 20;
}
