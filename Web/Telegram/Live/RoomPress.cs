using System.Globalization;

namespace Weave.Telegram;

/// <summary>What the buttons about a room say: what is wanted, the room, and where needed a number.</summary>
internal static class RoomPress
{
    public const char List = 'q';
    public const char Card = 'c';
    public const char JoinHere = 'j';
    public const char Leave = 'l';
    public const char Give = 'g';
    public const char GiveTable = 't';
    public const char Next = 'n';
    public const char Come = 'r';
    public const char NotCome = 'u';
    public const char Calendar = 'C';
    public const char Wish = 'w';
    public const char NotWish = 'W';
    public const char React = 'e';
    public const char Hand = 'h';
    public const char Pass = 'L';
    public const char Question = 'k';
    public const char Vote = 'v';
    public const char NotVote = 'V';
    public const char Ask = 'a';
    public const char NotAsk = 'o';
    public const char Whisper = 'p';
    public const char Note = 'd';
    public const char Turn = 'y';
    public const char Help = 's';
    public const char Time = 'x';
    public const char NotWrite = 'z';
    public const char People = 'P';
    public const char NotPeople = 'R';
    public const char GiveRoom = 'G';
    public const char GiveRoomNow = 'H';

    // Of a room that is over.
    public const char Useful = 'f';
    public const char Again = 'i';
    public const char Keep = 'b';
    public const char Introduce = 'm';

    public static Press Of(char what, Guid room, int? number = null) =>
        new(PressVerb.Room, what, Press.Short(room) + number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The room, and the number if there is one.</summary>
    public static bool TryRead(string subject, out Guid room, out int? number)
    {
        number = null;
        if (!Press.TryReadId(subject, out room))
            return false;
        if (subject.Length == Press.IdLength)
            return true;
        var read = int.TryParse(subject.AsSpan(Press.IdLength), NumberStyles.None, CultureInfo.InvariantCulture, out var found);
        number = found;
        return read;
    }

    /// <summary>What a deep link to a room carries.</summary>
    public static string Payload(Guid room) => $"{RoomDoor.Prefix}{Press.Short(room)}";
}
