using System.Text;
using CsCheck;
using Weave.Matching;
using Xunit;

namespace Weave.Telegram;

public sealed class PressTests
{
    private static readonly Gen<string> Slugs = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[3, 40].Select(letters => new string(letters));
    private static readonly Gen<int> Numbers = Gen.Int[1, int.MaxValue];

    [Fact]
    public void Every_answer_fits_and_comes_back() => Gen.Select(Slugs, Numbers, Gen.Enum<RoundAnswer>()).Sample((slug, number, answer) =>
    {
        var press = Back(Press.Answer(answer, new MatchRoundId(slug, number)));

        Assert.True(press.Is<RoundAnswer>(out var read));
        Assert.Equal((PressVerb.Answer, answer, new MatchRoundId(slug, number)), (press.Verb, read, MatchRoundId.Parse(press.Subject)));
    });

    [Fact]
    public void Every_introduction_fits_and_comes_back_and_nothing_else_is_one() => Gen.Select(Gen.Guid, Gen.Guid, Gen.Bool, Gen.String).Sample((room, by, agree, other) =>
    {
        var press = Back(Press.Introduce(agree, room, by));

        Assert.True(press.IsIntroduction(out var readRoom, out var readBy));
        Assert.Equal((PressVerb.Introduce, agree ? Press.Yes : Press.No, room, by), (press.Verb, press.Choice, readRoom, readBy));
        Assert.False(new Press(PressVerb.Introduce, Press.Yes, other).IsIntroduction(out _, out _));
    });

    [Fact]
    public void Every_outcome_fits_and_comes_back() => Gen.Select(Slugs, Numbers, Numbers, Gen.Enum<MatchOutcome>()).Sample((slug, round, number, outcome) =>
    {
        var id = new MatchId(new(slug, round), number);
        var press = Back(Press.Outcome(outcome, id));

        Assert.True(press.Is<MatchOutcome>(out var read));
        Assert.Equal((PressVerb.Outcome, outcome, id), (press.Verb, read, MatchId.Parse(press.Subject)));
    });

    [Fact]
    public void Every_time_agreed_to_fits_and_comes_back() => Gen.Select(Slugs, Gen.Int[1, 9999], Gen.Int[1, 99_999], Gen.Int[1, 46_655], Gen.Int[20_000_000, 60_000_000]).Sample((slug, round, number, offer, minutes) =>
    {
        var (id, at) = (new MatchId(new(slug, round), number), DateTimeOffset.FromUnixTimeSeconds(minutes * 60L));
        var press = Back(MeetingPress.Agree(offer, at, id));

        Assert.True(MeetingPress.TryRead(press, out var match, out var before));
        Assert.True(MeetingPress.TryReadTime(before[0], out var time) && MeetingPress.TryReadNumber(before[1], out var read) && read == offer);
        Assert.Equal((id, at), (match, time));
    });

    [Fact]
    public void Every_decision_fits_and_comes_back() => Gen.Select(Slugs, Gen.Guid, Gen.Bool).Sample((slug, member, accept) =>
    {
        var press = Back(Press.Decide(accept, member, slug));

        Assert.True(press.IsDecision(out var who, out var where));
        Assert.Equal((member, slug, accept), (who, where, press.Choice == Press.Yes));
    });

    [Fact]
    public void What_is_no_press_is_not_taken_for_one() => Gen.String.Sample(data =>
    {
        if (!Press.TryParse(data, out var press))
            return;
        press.Is<RoundAnswer>(out _);
        press.IsDecision(out _, out _);
        RoomPress.TryRead(press.Subject, out _, out _);
        MeetingPress.TryRead(press, out _, out _);
        MeetingPress.TryReadTime(press.Subject, out _);
        Assert.Equal(data, press.ToString());
    });

    [Fact]
    public void A_press_about_a_room_says_which_and_the_number() => Gen.Select(Gen.Guid, Gen.Int[0, 5000].Nullable()).Sample((room, number) =>
    {
        var press = Back(RoomPress.Of(RoomPress.Give, room, number));

        Assert.True(RoomPress.TryRead(press.Subject, out var which, out var read));
        Assert.Equal((room, number, RoomPress.Give), (which, read, press.Choice));
    });

    private static Press Back(Press press)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(press.ToString()), 2, Press.MaxBytes);
        Assert.True(Press.TryParse(press.ToString(), out var read));
        return read;
    }
}
