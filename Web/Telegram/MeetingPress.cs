using System.Globalization;
using Weave.Matching;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>
/// The buttons of a conversation. Their subject is the match, and before it, each ended by a full stop, what else is meant: a moment as minutes since 1970, the number of an offer, the last digits of a partner's id. With them a community's slug of 40 letters leaves the numbers of round and match 13 digits.
/// </summary>
internal static class MeetingPress
{
    private const int Minute = 60;
    private const int Radix = 36;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Tail = 6;

    public static Press Show(MatchId match) => new(PressVerb.ShowMatch, Subject: match.ToString());

    /// <summary>The private choices about partners.</summary>
    public static Press Private(MatchId match) => new(PressVerb.ShowMatch, Press.Yes, match.ToString());

    public static Press Way(MeetingMode mode, MatchId match) => new(PressVerb.Way, (char)('0' + (int)mode), match.ToString());

    /// <summary>Asks for a place, or a link for the call.</summary>
    public static Press Place(MatchId match) => new(PressVerb.Place, Subject: match.ToString());

    public static Press Times(MatchId match) => new(PressVerb.Times, Subject: match.ToString());

    /// <summary>Asks where one lives.</summary>
    public static Press AskZone(MatchId match) => new(PressVerb.Zone, Subject: match.ToString());

    /// <summary>One lives where the clocks are as in that of <see cref="KnownZones"/>.</summary>
    public static Press Zone(int index, MatchId match) => new(PressVerb.Zone, (char)('a' + index), match.ToString());

    /// <summary>The time shall be among one's own, or shall not.</summary>
    public static Press Time(bool chosen, DateTimeOffset at, MatchId match) => new(PressVerb.Time, chosen ? Press.Yes : Press.No, $"{Short(at)}.{match}");

    public static Press Agree(int offer, DateTimeOffset at, MatchId match) => new(PressVerb.Agree, Subject: $"{Short(at)}.{Short(offer)}.{match}");

    /// <summary>Asks first, and does it when <paramref name="sure"/>.</summary>
    public static Press CallOff(bool sure, MatchId match) => new(PressVerb.CallOff, sure ? Press.Yes : Press.Nothing, match.ToString());

    public static Press FindAnother(bool sure, MatchId match) => new(PressVerb.FindAnother, sure ? Press.Yes : Press.Nothing, match.ToString());

    public static Press Rate(int useful, MatchId match) => new(PressVerb.Rate, (char)('0' + useful), match.ToString());

    public static Press Judge(Stance stance, Guid partner, MatchId match) => new(PressVerb.Stance, (char)('0' + (int)stance), $"{TailOf(partner)}.{match}");

    /// <summary>Asks whether to block.</summary>
    public static Press AskBlock(Guid partner, MatchId match) => new(PressVerb.Stance, Press.Nothing, $"{TailOf(partner)}.{match}");

    public static string TailOf(Guid member) => member.ToString("N")[^Tail..];

    /// <summary>Reads the match and what stands before it.</summary>
    public static bool TryRead(Press press, out MatchId match, out string[] before)
    {
        var parts = press.Subject.Split('.');
        before = parts[..^1];
        return MatchId.TryParse(parts[^1], out match);
    }

    public static bool TryReadTime(string text, out DateTimeOffset at)
    {
        at = default;
        if (!TryReadNumber(text, out var minutes))
            return false;
        at = DateTimeOffset.FromUnixTimeSeconds((long)minutes * Minute);
        return true;
    }

    public static bool TryReadNumber(string text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 6 || text.Any(letter => !Digits.Contains(letter)))
            return false;
        var value = text.Aggregate(0L, (sum, letter) => (sum * Radix) + Digits.IndexOf(letter));
        number = value <= int.MaxValue ? (int)value : 0;
        return value <= int.MaxValue;
    }

    private static string Short(DateTimeOffset at) => Short((int)(at.ToUnixTimeSeconds() / Minute));

    private static string Short(int number)
    {
        var text = "";
        do
        {
            text = string.Create(CultureInfo.InvariantCulture, $"{Digits[number % Radix]}{text}");
            number /= Radix;
        }
        while (number > 0);
        return text;
    }
}
