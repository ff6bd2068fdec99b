using System.Buffers.Text;
using System.Globalization;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>
/// What pressing a button says, in the 64 bytes Telegram allows: one character for the verb, one for the choice, then what it is about. The longest,
/// an outcome or a decision about a member in a community of 40 letters, takes exactly 64.
/// </summary>
internal readonly record struct Press(char Verb, char Choice = Press.Nothing, string Subject = "")
{
    public const int MaxBytes = 64;
    public const char Yes = '+';
    public const char No = '-';

    /// <summary>The choice of a button that leaves none.</summary>
    public const char Nothing = '.';

    public const int IdLength = 22;

    public static Press Of(char verb, ProfileQuestion question) => new(verb, Digit((int)question));

    public static Press Answer(RoundAnswer answer, MatchRoundId round) => new(PressVerb.Answer, Digit((int)answer), round.ToString());

    public static Press Outcome(MatchOutcome outcome, MatchId match) => new(PressVerb.Outcome, Digit((int)outcome), match.ToString());

    public static Press Decide(bool accept, Guid member, string community) => new(PressVerb.Decide, accept ? Yes : No, Short(member) + community);

    public static Press Introduce(bool agree, Guid room, Guid by) => new(PressVerb.Introduce, agree ? Yes : No, Short(room) + Short(by));

    public static bool TryParse(string? data, out Press press)
    {
        press = data is { Length: >= 2 and <= MaxBytes } ? new(data[0], data[1], data[2..]) : default;
        return press.Verb != default;
    }

    /// <summary>The choice as a value of an enumeration; false when it is none.</summary>
    public bool Is<T>(out T value)
        where T : struct, Enum
    {
        value = (T)Enum.ToObject(typeof(T), Choice - '0');
        return char.IsAsciiDigit(Choice) && Enum.IsDefined(value);
    }

    /// <summary>The member and community of <see cref="Decide"/>.</summary>
    public bool IsDecision(out Guid member, out string community)
    {
        (member, community) = (default, "");
        if (Subject.Length <= IdLength || !Slug.IsValid(Subject[IdLength..]) || !IsId(Subject.AsSpan(0, IdLength), out member))
            return false;
        community = Subject[IdLength..];
        return true;
    }

    /// <summary>The room and the one who asked, of <see cref="Introduce"/>.</summary>
    public bool IsIntroduction(out Guid room, out Guid by)
    {
        (room, by) = (default, default);
        return Subject.Length == 2 * IdLength && IsId(Subject.AsSpan(0, IdLength), out room) && IsId(Subject.AsSpan(IdLength), out by);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Verb}{Choice}{Subject}");

    private static bool IsId(ReadOnlySpan<char> text, out Guid id) => TryReadId(text, out id) && text.Length == IdLength;

    private static char Digit(int value) => (char)('0' + value);

    /// <summary>An id in the fewest letters.</summary>
    public static string Short(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    /// <summary>The id a text begins with.</summary>
    public static bool TryReadId(ReadOnlySpan<char> text, out Guid id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[16];
        // Decoding throws for what is not valid, whatever its name says.
        if (text.Length < IdLength || !Base64Url.IsValid(text[..IdLength]) || !Base64Url.TryDecodeFromChars(text[..IdLength], bytes, out var written) || written != bytes.Length)
            return false;
        id = new Guid(bytes);
        return true;
    }
}
