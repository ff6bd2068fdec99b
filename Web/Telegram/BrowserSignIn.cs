using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>
/// Signs a browser in that shows a link to the bot. The link alone opens nothing: whoever follows it is asked, with the browser named, and only the browser that asked for
/// the link, which keeps a secret of its own, is let in.
/// </summary>
internal sealed class BrowserSignIn(IGrainFactory grains, Words words, Refusals refusals)
{
    /// <summary>What the link carries before its secret.</summary>
    public const string Prefix = "signin_";

    /// <summary>For as long as the browser waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task Ask(Turn turn, string secret)
    {
        try
        {
            var grant = await Asked(secret).Peek();
            if (grant.Purpose != OneTimePurpose.SignInBrowser)
                throw new Refused(Refusal.NotFound);
            turn.Say(new BotMessage
            {
                Text = words.Html("SignInAsk", grant.Browser ?? "?"),
                Buttons =
                [
                    [new BotButton(words.Plain("SignInYes"), new Press(PressVerb.SignIn, Press.Yes, secret))],
                    [new BotButton(words.Plain("SignInNo"), new Press(PressVerb.SignIn, Press.No, secret))],
                ],
            });
        }
        catch (Refused refused)
        {
            turn.Say(new BotMessage { Text = Html.Escape(refusals.Say(refused)) });
        }
    }

    public async Task Answer(Turn turn, Press press)
    {
        var link = Asked(press.Subject);
        var grant = await link.Peek();
        if (grant is not { Purpose: OneTimePurpose.SignInBrowser, Waiting: { } waiting })
            throw new Refused(Refusal.NotFound);
        if (press.Choice == Press.Yes)
            await Admit(turn, waiting, grant);
        await link.Redeem();
        turn.Show(new BotMessage { Text = words.Html(press.Choice == Press.Yes ? "SignInDone" : "SignInRefused") });
    }

    /// <summary>Before the link is used up: killed in between, the same press does it again.</summary>
    private async Task Admit(Turn turn, string waiting, OneTimeGrant grant)
    {
        var id = await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(turn.From.Id)).FindOrCreate(new NewMember
        {
            Name = turn.FullName,
            Language = Languages.Nearest(turn.From.LanguageCode),
            TimeZone = grant.TimeZone,
            Telegram = turn.Link,
        });
        turn.Member ??= await grains.GetGrain<IMemberGrain>(id).Get();
        try
        {
            await grains.GetGrain<IOneTimeLinkGrain>(waiting).Issue(
                new OneTimeGrant { Purpose = OneTimePurpose.SignInFromTelegram, Member = id, ReturnTo = grant.ReturnTo }, Lifetime);
        }
        catch (Refused refused) when (refused.Reason == Refusal.Taken)
        {
            // Done before.
        }
    }

    private IOneTimeLinkGrain Asked(string secret) => grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret));
}
