using Weave.Communities;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>For organizers: somebody asks to join.</summary>
internal sealed class Approvals(IGrainFactory grains, CardText cards, Words words)
{
    public async Task<BotMessage> Asked(string slug, Guid member) => new()
    {
        Text = $"{words.Html("Asks", await Name(slug))}\n\n{cards.Of((await Card(member)).Profile)}",
        Buttons =
        [
            [new BotButton(words.Plain("LetIn"), Press.Decide(true, member, slug)), new BotButton(words.Plain("TurnDown"), Press.Decide(false, member, slug))],
        ],
    };

    public async Task<BotMessage> Decided(string slug, bool accepted) => new() { Text = words.Html(accepted ? "LetYouIn" : "TurnedYouDown", await Name(slug)) };

    public async Task Decide(Turn turn, Press press)
    {
        if (!press.IsDecision(out var member, out var slug))
            return;
        var accept = press.Choice == Press.Yes;
        try
        {
            await grains.GetGrain<ICommunityGrain>(slug).Decide(member, accept, turn.Me.Id);
        }
        catch (Refused refused) when (refused.Reason == Refusal.AlreadyDone)
        {
            turn.Show(new BotMessage { Text = words.Html("DecidedBefore", (await Card(member)).Profile.Name, await Name(slug)) });
            return;
        }
        turn.Show(new BotMessage { Text = words.Html(accept ? "YouLetIn" : "YouTurnedDown", (await Card(member)).Profile.Name, await Name(slug)) });
    }

    private Task<MemberCard> Card(Guid member) => grains.GetGrain<IMemberGrain>(member).Card();

    private async Task<string> Name(string slug) => (await grains.GetGrain<ICommunityGrain>(slug).Get(null)).Settings.Name;
}
