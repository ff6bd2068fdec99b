using System.Globalization;

namespace Weave.Rooms;

/// <summary>Whom a batch of events is for. Each topic counts its own versions, so that a client sees a gap in what concerns it and nothing else.</summary>
public static class RoomTopic
{
    /// <summary>Everybody in the room.</summary>
    public const string Room = "room";

    /// <summary>Those who sit at a table in the round that is on.</summary>
    public static string Table(int round, int table) => string.Create(CultureInfo.InvariantCulture, $"table:{round}:{table}");

    /// <summary>One participant, by number.</summary>
    public static string Participant(int number) => string.Create(CultureInfo.InvariantCulture, $"participant:{number}");
}
