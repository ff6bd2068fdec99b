using Weave.Communities;
using Weave.Matching;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>Answers to invitations, outcomes of conversations, and the list of both.</summary>
internal sealed class Rounds(IGrainFactory grains, RoundText texts, Words words)
{
    private const int Listed = 5;

    /// <summary>Each open invitation and each present partner, one message each.</summary>
    public async Task List(Turn turn)
    {
        List<BotMessage> found = [];
        foreach (var mine in (await grains.GetGrain<IMemberGrain>(turn.Me.Id).Communities()).Where(one => one.Status >= MembershipStatus.Member))
            if (found.Count < Listed && await Present(mine.Slug, turn.Me) is { } message)
                found.Add(message);
        if (found.Count == 0)
            found.Add(new BotMessage { Text = words.Html("NoRounds"), Buttons = [[new BotButton(words.Plain("Communities"), new Press(PressVerb.Communities, '0'))]] });
        found.ForEach(turn.Say);
    }

    public async Task Answer(Turn turn, Press press)
    {
        if (!press.Is<RoundAnswer>(out var answer) || !MatchRoundId.TryParse(press.Subject, out var id))
            return;
        if (answer == RoundAnswer.None)
        {
            turn.Show(await texts.Question(id, turn.Me));
            return;
        }
        try
        {
            await grains.GetGrain<IMatchRoundGrain>(id.ToString()).Answer(turn.Me.Id, answer);
        }
        catch (Refused refused) when (refused.Reason == Refusal.RoundClosed)
        {
            turn.Toast = words.Plain("TooLate");
        }
        turn.Show(await texts.Invitation(id, turn.Me));
    }

    public async Task Report(Turn turn, Press press)
    {
        if (!press.Is<MatchOutcome>(out var outcome) || outcome == MatchOutcome.None || !MatchId.TryParse(press.Subject, out var id))
            return;
        try
        {
            await grains.GetGrain<IMatchGrain>(id.ToString()).Report(turn.Me.Id, outcome);
            turn.Toast = words.Plain($"Toast.{outcome}");
        }
        catch (Refused refused) when (refused.Reason is Refusal.RoundClosed or Refusal.MatchEnded)
        {
            turn.Toast = words.Plain("TooLate");
        }
        turn.Show(await texts.Match(id, turn.Me));
    }

    private async Task<BotMessage?> Present(string slug, Member me)
    {
        var community = await grains.GetGrain<ICommunityGrain>(slug).Get(me.Id);
        if (community.LatestRound == 0)
            return null;
        var id = new MatchRoundId(slug, community.LatestRound);
        var round = await grains.GetGrain<IMatchRoundGrain>(id.ToString()).Get(me.Id);
        return round switch
        {
            { Match: { } match } => await texts.Match(match, me),
            { Phase: MatchRoundPhase.Inviting } => texts.Invitation(round, community.Settings.Name, me),
            _ => null,
        };
    }
}
