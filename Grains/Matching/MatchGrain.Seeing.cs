using Weave.Communities;
using Weave.Members;

namespace Weave.Matching;

/// <summary>The match as one of its partners sees it.</summary>
internal sealed partial class MatchGrain
{
    private async Task<Match> Seen(Guid viewer)
    {
        var round = await Round.Get(viewer);
        var stances = await Stances.Among(Members);
        var settings = (await GrainFactory.GetGrain<ICommunityGrain>(Id.Round.Community).Get(null)).Settings;
        var me = await Find(viewer);
        var over = IsOver(viewer, stances);
        // Who is blocked, or has blocked, is not shown at all; who has left is shown to those only for whom all is over.
        var shown = Members.Where(member => member != viewer && !stances.AreApart(viewer, member) && (over || !state.State.Left.Contains(member)));
        var people = (await Task.WhenAll(shown.Select(Find))).OfType<Member>();
        var arrangement = Upcoming;
        return new()
        {
            Id = Id,
            Community = settings.Name,
            Partners = [.. people.Select(partner => PartnerOf(me, partner, stances.Towards(viewer, partner.Id), over))],
            Outcome = state.State.OutcomeOf(viewer),
            Open = round.Phase != MatchRoundPhase.Closed && !over,
            Made = state.State.Made,
            Ends = state.State.Ends,
            Arrangement = over ? arrangement with { Offers = arrangement.Offers.Clear() } : arrangement,
            Ended = over,
            CanFindAnother = CanFindAnother(viewer, round, over),
            Waiting = round.Waiting && round.Match == Id,
            Feedback = state.State.FeedbackOf(viewer),
            CallLink = CallLinks.Of(settings.CallLink, Id, Members),
            City = await CityFor(viewer),
        };
    }

    private bool CanFindAnother(Guid viewer, MatchRound round, bool over) =>
        round is { Phase: MatchRoundPhase.Conversation, Waiting: false } && round.Match == Id && Now < round.RepairsUntil && !state.State.IsMet
        && (over
            || state.State.Reports.Values.Any(report => report.Outcome == MatchOutcome.DidNotWorkOut)
            || (state.State.Arrangement.Agreed is null && Others(viewer).Any(other => state.State.Silence.IsSilent(other, state.State.Made, Now))));

    private MatchPartner PartnerOf(Member? me, Member partner, Stance stance, bool over) => new()
    {
        Card = new(partner.Id, partner.Profile),
        Telegram = over ? null : partner.Telegram,
        Email = !over && (me?.Telegram is null || partner.Telegram is null) ? partner.Emails.FirstOrDefault() : null,
        Outcome = state.State.OutcomeOf(partner.Id),
        Reason = state.State.Reasons.FirstOrDefault(r => (r.A == me?.Id && r.B == partner.Id) || (r.B == me?.Id && r.A == partner.Id))
            ?? new MatchReason { A = me?.Id ?? Guid.Empty, B = partner.Id },
        Stance = stance,
    };
}
