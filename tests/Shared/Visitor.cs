using System.Net;
using System.Text.RegularExpressions;

namespace Weave;

/// <summary>Somebody with a browser that keeps cookies, follows redirects and sends forms, but runs no script.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri url) => _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = url };

    /// <summary>The Weave they visit.</summary>
    public Uri Url => _client.BaseAddress!;

    public CookieContainer Cookies { get; } = new();

    /// <summary>The page looked at.</summary>
    public string Html { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page looked at, after redirects.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>The page's main part as people read it.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(MainPart().Match(Html) is { Success: true } main ? main.Value : Html, " "));

    public async Task<Visitor> Open(string path)
    {
        using var answer = await _client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await Look(answer);
    }

    /// <summary>Fills in and sends the form of that name on the page looked at.</summary>
    public Task<Visitor> Send(string form, params (string Name, string Value)[] fields) => Send(form, fields, files: []);

    /// <inheritdoc cref="Send(string, ValueTuple{string, string}[])"/>
    public async Task<Visitor> Send(string form, (string Name, string Value)[] fields, (string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(form).Concat(fields))
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, "file");
        using var answer = await _client.PostAsync(new Uri(Path, UriKind.Relative), content);
        return await Look(answer);
    }

    /// <summary>Signs in by the link that a server in Development shows, and joins as <paramref name="name"/> when the address is new.</summary>
    public async Task<Visitor> SignIn(string address, string name, string returnUrl = "/")
    {
        await Open($"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}");
        await Send("sign-in", ("Address", address));
        await Open(LinkShown());
        return await Send("open", ("Name", name));
    }

    /// <summary>The sign-in link shown on the page.</summary>
    public string LinkShown() => SignInLink().Match(Html) is { Success: true } link
        ? link.Groups[1].Value
        : throw new InvalidOperationException($"No sign-in link is shown: {Text}");

    public void Dispose() => _client.Dispose();

    /// <summary>What the server put into the form: its name and the antiforgery token.</summary>
    private IEnumerable<(string Name, string Value)> Hidden(string form)
    {
        var found = Forms().Matches(Html).FirstOrDefault(f => f.Value.Contains($"value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"There is no form '{form}' on {Path}: {Text}");
        return HiddenInputs().Matches(found.Value).Select(input =>
            (NameOf().Match(input.Value).Groups[1].Value, WebUtility.HtmlDecode(ValueOf().Match(input.Value).Groups[1].Value)));
    }

    private async Task<Visitor> Look(HttpResponseMessage answer)
    {
        Html = await answer.Content.ReadAsStringAsync();
        Status = answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        return this;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInputs();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<[^>]*>\\s*")]
    private static partial Regex Tags();

    [GeneratedRegex("id=\"sign-in-link\"[^>]*href=\"([^\"]*)\"")]
    private static partial Regex SignInLink();
}
