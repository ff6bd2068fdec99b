using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>What a round does while conversations go on: hears how they go, and puts those together whose partner is silent or gone.</summary>
internal sealed partial class MatchRoundGrain
{
    private const int RepairedAtOnce = 300;

    /// <summary>With fewer, organizers could guess who has said what.</summary>
    private const int FewestRatings = 3;
    private static readonly TimeSpan UntilCardsAreSent = TimeSpan.FromSeconds(30);

    private Repairs Repairs => new(database, this.GetPrimaryKeyString());
    private bool IsPaired => state.State.Phase >= MatchRoundPhase.Pairing;

    /// <summary>When conversations end: as planned, unless that was before they could begin.</summary>
    private DateTimeOffset Ends => state.State.Ends is { } ends && ends > state.State.PairedAt ? ends : state.State.PairedAt + MatchRoundPlan.Usual;

    private DateTimeOffset RepairsUntil => state.State.PairedAt + ((Ends - state.State.PairedAt) / 2);

    public Task Heard(int match, Guid member, MatchOutcome outcome, int useful) => Repairs.Heard(match, member, outcome, useful);

    public async Task Wait(Guid member)
    {
        if (!IsPaired || time.GetUtcNow() >= RepairsUntil || await Repairs.IsWaiting(member))
            return;
        await Agenda.Put(this.GetGrainId(), "alone", RepairsUntil);
        // Once before, for a process that dies in between, and once after: turns interleave here, and the list might be looked at too early.
        await Agenda.Put(this.GetGrainId(), "repair", time.GetUtcNow() + UntilCardsAreSent);
        await Repairs.PutWaiting(member, time.GetUtcNow());
        await Agenda.Put(this.GetGrainId(), "repair", time.GetUtcNow());
    }

    public async Task Gone(Guid member)
    {
        if (state.State.Phase is not (MatchRoundPhase.Pairing or MatchRoundPhase.Conversation))
            return;
        await Agenda.Put(this.GetGrainId(), $"gone:{member:N}", time.GetUtcNow());
        await Repairs.RemoveWaiting(member);
    }

    private async Task TellPartnersOf(Guid member)
    {
        // Their card may be on its way just now.
        if (state.State.Phase == MatchRoundPhase.Pairing)
            await Agenda.Put(this.GetGrainId(), $"gone:{member:N}", time.GetUtcNow() + UntilCardsAreSent);
        else if (state.State.Phase == MatchRoundPhase.Conversation && await Table.MatchOf(member) is { } number)
            await GrainFactory.GetGrain<IMatchGrain>(new MatchId(Id, number).ToString()).Drop(member);
    }

    /// <summary>Puts those who wait together; whoever remains goes on waiting. Done again it finds nobody.</summary>
    private async Task Repair()
    {
        if (state.State.Phase == MatchRoundPhase.Pairing)
        {
            await Agenda.Put(this.GetGrainId(), "repair", time.GetUtcNow() + UntilCardsAreSent);
            return;
        }
        if (state.State.Phase != MatchRoundPhase.Conversation || time.GetUtcNow() >= RepairsUntil)
            return;
        var candidates = (await Task.WhenAll((await Repairs.Waiting(RepairedAtOnce)).Intersect(await People.TakePart(time.GetUtcNow())).Select(Candidate))).OfType<Candidate>().ToList();
        if (candidates.Count < 2)
            return;
        var problem = await Problem(candidates, time.GetUtcNow());
        // Waiting on is better than who one has just left; hosts gave their time for the odd one of the round.
        var together = await Repairs.Together([.. candidates.Select(candidate => candidate.Id)]);
        problem = problem with { Hosts = [], Stances = [.. problem.Stances, .. together.Select(pair => new StanceTowards(pair.A, pair.B, Stance.RatherNot, problem.Now))] };
        var matches = Pairing.Pair(problem).Matches;
        if (matches.Count == 0)
            return;
        await Agenda.Put(this.GetGrainId(), "retell", time.GetUtcNow());
        await Repairs.Put(matches);
    }

    private async Task TellRepaired()
    {
        if (state.State.Phase != MatchRoundPhase.Conversation)
            return;
        var matches = await Table.Untold(ToldAtOnce);
        await Tell(matches, time.GetUtcNow());
        if (matches.Count == ToldAtOnce)
            await Agenda.Put(this.GetGrainId(), "retell", time.GetUtcNow());
    }

    /// <summary>Half of the time is over: whoever still waits hears that nobody was found.</summary>
    private async Task TellWhoStayedAlone()
    {
        var alone = await Repairs.Waiting(ToldAtOnce);
        foreach (var member in alone)
        {
            await Notify(member, new NoMatchThisTime(Id), $"alone:{Id}");
            await Repairs.RemoveWaiting(member);
        }
        if (alone.Count == ToldAtOnce)
            await Agenda.Put(this.GetGrainId(), "alone", time.GetUtcNow());
    }

    private async Task<MatchRound> WithFeedback(MatchRound round)
    {
        var (heard, rated, useful) = await Repairs.Feedback();
        return round with { Heard = heard, Rated = rated, Useful = rated >= FewestRatings ? (double)useful / rated : null };
    }
}
