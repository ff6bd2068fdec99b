namespace Weave.Rooms;

/// <summary>Names the resources <c>RoomIcebreakers.resx</c>: questions a table may begin with, where the organizer has none of their own.</summary>
public sealed class RoomIcebreakers
{
    public const int Count = 20;
}
