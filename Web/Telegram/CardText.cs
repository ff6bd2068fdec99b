using Weave.Members;

namespace Weave.Telegram;

/// <summary>A member as others see them, in a few lines.</summary>
internal sealed class CardText(Words words)
{
    /// <summary>The card; <paramref name="link"/> makes the name open a chat with them.</summary>
    public string Of(Profile profile, string? link = null) => string.Join('\n', Lines(profile, link).Where(line => line.Length > 0));

    /// <summary>Several words or languages in a row.</summary>
    public static string Row(IEnumerable<string> items) => string.Join(", ", items);

    private IEnumerable<string> Lines(Profile profile, string? link)
    {
        var name = $"<b>{Html.Escape(profile.Name)}</b>";
        yield return link is null ? name : $"<a href=\"{Html.Escape(link)}\">{name}</a>";
        yield return Html.Escape(string.Join(" · ", new[] { profile.Headline, profile.Company, profile.City }.Where(text => text.Length > 0)));
        yield return Labelled("Field.Interests", Row(profile.Interests));
        yield return Labelled("Field.LooksFor", profile.LooksFor);
        yield return Labelled("Field.Offers", profile.Offers);
        yield return Labelled("Field.Meets", words.Plain($"Meets.{profile.Meets}"));
        yield return Labelled("Field.Languages", Row(profile.Languages.Select(Words.Language)));
    }

    private string Labelled(string label, string text) => text.Length == 0 ? "" : $"<i>{words.Html(label)}:</i> {Html.Escape(text)}";
}
