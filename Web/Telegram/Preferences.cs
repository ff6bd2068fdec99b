using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>Language, help, and the way to the browser.</summary>
internal sealed class Preferences(IGrainFactory grains, Words words, SiteAddress site, MiniApp app)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(15);

    public Task AskLanguage(Turn turn)
    {
        turn.Show(new BotMessage
        {
            Text = words.Html("AskLanguage"),
            Buttons = [[.. Languages.All.Select(language => new BotButton(
                language.Code == turn.Me.Settings.Language ? $"{language.Name} ✓" : language.Name, new Press(PressVerb.Speak, Subject: language.Code)))]],
        });
        return Task.CompletedTask;
    }

    public async Task Speak(Turn turn, string language)
    {
        var grain = grains.GetGrain<IMemberGrain>(turn.Me.Id);
        await grain.SetSettings(turn.Me.Settings with { Language = Languages.Nearest(language) });
        turn.Member = await grain.Get();
        turn.Show(Languages.In(turn.Language, () => new BotMessage { Text = words.Html("Speaks") }));
    }

    /// <summary>A link that signs in to the browser, once.</summary>
    public async Task SendWebLink(Turn turn)
    {
        var secret = OneTimeSecret.New();
        await grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret)).Issue(
            new OneTimeGrant { Purpose = OneTimePurpose.SignInFromTelegram, Member = turn.Me.Id, ReturnTo = "/" }, LinkLifetime);
        var link = site.Link($"/sign-in/{secret}");
        // Telegram refuses buttons that lead to a machine without a public name; there the address is text.
        BotButton[][] inside = app.Button(words.Plain("OpenApp")) is { } button ? [[button]] : [];
        turn.Say(Uri.TryCreate(link, UriKind.Absolute, out var url) && !url.IsLoopback && url.Host.Contains('.')
            ? new BotMessage { Text = words.Html("WebLink"), Buttons = [.. inside, [new BotButton(words.Plain("OpenWeb"), Url: link)]] }
            : new BotMessage { Text = $"{words.Html("WebLink")}\n{Html.Escape(link)}", Buttons = inside });
    }

    public Task Help(Turn turn) => Say(turn, "Help");

    public Task Unknown(Turn turn) => Say(turn, "Unknown");

    /// <summary>A sticker, a voice message, a file.</summary>
    public Task OnlyWords(Turn turn) => Say(turn, "OnlyWords");

    private Task Say(Turn turn, string text)
    {
        turn.Say(new BotMessage { Text = words.Html(text) });
        return Task.CompletedTask;
    }
}
