namespace Weave.Telegram;

/// <summary>The verbs of <see cref="Press"/>. Buttons live in chats for years: append, never change the meaning.</summary>
internal static class PressVerb
{
    public const char Join = 'j';
    public const char GoOn = 'n';
    public const char Skip = 's';
    public const char Done = 'd';
    public const char Meets = 'm';
    public const char Interest = 'i';
    public const char Language = 'l';
    public const char Change = 'q';
    public const char Keep = 'k';
    public const char LooksGood = 'y';
    public const char ChangeMenu = 'x';
    public const char Card = 'b';
    public const char Communities = 'c';
    public const char JoinCommunity = 'g';
    public const char Rounds = 'r';
    public const char Answer = 'a';
    public const char Outcome = 'o';
    public const char Decide = 'p';
    public const char Speak = 'u';
    public const char Web = 'w';

    // Of a conversation, see MeetingPress.
    public const char Way = 'M';
    public const char Times = 'W';
    public const char Time = 'T';
    public const char Agree = 'A';
    public const char CallOff = 'X';
    public const char ShowMatch = 'B';
    public const char Zone = 'Z';
    public const char Rate = 'R';
    public const char Stance = 'J';
    public const char FindAnother = 'E';
    public const char Place = 'P';
    public const char Forget = 'F';
    public const char SignIn = 'S';
    public const char Contacts = 'C';

    /// <summary>An introduction after a room, see <see cref="Rooms.IntroductionNews"/>.</summary>
    public const char Introduce = 'I';

    // How one takes part in a community's rounds, see Standings.
    public const char Standing = '1';
    public const char Stand = '2';
    public const char PauseWeeks = '3';
    public const char PauseDays = '4';
    public const char PauseUntil = '5';
    public const char Resume = '6';
    public const char OddOne = '7';
    public const char Host = '8';

    // Live rooms, see RoomPress.
    public const char Room = 'h';
}
