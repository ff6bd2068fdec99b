using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace Weave.Telegram;

public sealed partial class HtmlTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Char["ab <>&\"\n"].Array[0, 400].Select(letters => new string(letters)), Gen.Const("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"));

    private static readonly Gen<string> Marked = Gen.OneOf(
        Texts.Select(Html.Escape), Gen.Char["ab&"].Array[1, 6].Select(letters => $"<b>{Html.Escape(new string(letters))}</b>"), Gen.Const("\n"), Gen.Const("<a href=\"x\">🙂</a>"));

    [Theory]
    [InlineData("four", 4, "four")]
    [InlineData("fives", 4, "fiv…")]
    [InlineData("ab🙂cd", 4, "ab…")]
    [InlineData("a🙂cd", 4, "a🙂…")]
    public void What_is_too_long_is_cut_between_characters(string text, int length, string cut) => Assert.Equal(cut, Html.Short(text, length));

    [Fact]
    public void A_long_text_is_cut_into_parts_that_fit_and_lose_nothing_but_blanks() => Gen.Select(Texts, Gen.Int[8, 60], Gen.Int[8, 60]).Sample((text, first, limit) =>
    {
        var parts = Html.Split(Html.Escape(text), first, limit).Select(WebUtility.HtmlDecode).OfType<string>().ToList();

        Assert.All(parts.Index(), part => Assert.InRange(part.Item.Length, 0, part.Index == 0 ? first : limit));
        Assert.Equal(Dense(text), Dense(string.Concat(parts)));
        Assert.All(parts, part => Assert.False(part.Length > 0 && (char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]))));
    });

    [Fact]
    public void What_is_marked_up_is_never_cut() => Gen.Select(Marked.Array[0, 12], Gen.Int[8, 60]).Sample((pieces, limit) =>
    {
        var parts = Html.Split(string.Concat(pieces), limit, limit);

        Assert.All(parts, part => Assert.Equal(Opening().Count(part), Closing().Count(part)));
        Assert.All(parts, part => Assert.InRange(Html.Length(part), 0, limit));
        Assert.Equal(Dense(string.Concat(pieces)), Dense(string.Concat(parts)));
    });

    [Fact]
    public void A_cut_falls_between_lines_where_there_are_any() =>
        Assert.Equal(["<b>one</b>", "two"], Html.Split("<b>one</b>\ntwo", 6, 12));

    [Fact]
    public void Tags_count_for_nothing_and_an_escaped_character_for_one() => Assert.Equal(5, Html.Length("<b>a&amp;b</b>🙂"));

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<[a-z]")]
    private static partial Regex Opening();

    [GeneratedRegex("</")]
    private static partial Regex Closing();
}
