using System.Net;
using CsCheck;
using Xunit;

namespace Weave.Telegram;

public sealed class HtmlTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Char["ab <>&\"\n"].Array[0, 400].Select(letters => new string(letters)), Gen.Const("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"));

    [Fact]
    public void A_long_text_is_cut_into_parts_that_fit_and_lose_nothing_but_blanks() => Gen.Select(Texts, Gen.Int[8, 60]).Sample((text, limit) =>
    {
        var parts = Html.Split(Html.Escape(text), limit);

        Assert.All(parts, part => Assert.InRange(part.Length, 0, limit));
        Assert.Equal(Dense(text), Dense(string.Concat(parts.Select(WebUtility.HtmlDecode))));
        Assert.All(parts, part => Assert.Equal(part, Html.Escape(WebUtility.HtmlDecode(part))));
    });

    [Fact]
    public void A_cut_falls_between_lines_where_there_are_any() =>
        Assert.Equal(["<b>one</b>", "two"], Html.Split("<b>one</b>\ntwo", 12));

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
