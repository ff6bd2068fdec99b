using System.Collections.Immutable;
using Weave.Agenda;
using Weave.Communities;
using Weave.Contacts;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>
/// One conversation: who with whom, why, and what they say of it. Made by the round, asked by pages and the bot. What follows from a report is put on
/// the agenda first, so that it happens even if the process dies. A meeting once confirmed stays in the ledger, whatever is said later.
/// </summary>
internal sealed class MatchGrain([PersistentState("state")] IPersistentState<MatchGrain.State> state, TimeProvider time) : Grain, IMatchGrain, IDueGrain
{
    private MatchId Id => MatchId.Parse(this.GetPrimaryKeyString());
    private ImmutableArray<Guid> Members => state.State.Members;
    private IMatchRoundGrain Round => GrainFactory.GetGrain<IMatchRoundGrain>(Id.Round.ToString());
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);

    public async Task Make(IReadOnlyList<Guid> members, IReadOnlyList<MatchReason> reasons, DateTimeOffset when)
    {
        if (Members.Length == 0)
            await state.Store(new State { Members = [.. members], Reasons = [.. reasons], Made = when });
    }

    public async Task<Match> Get(Guid viewer)
    {
        Require(viewer);
        return await Seen(viewer, await IsOpen(viewer));
    }

    public async Task<Match> Report(Guid member, MatchOutcome outcome)
    {
        Require(member);
        if (outcome == MatchOutcome.None || !Enum.IsDefined(outcome))
            throw new Refused(Refusal.Invalid, nameof(outcome));
        if (!await IsOpen(member))
            throw new Refused(Refusal.RoundClosed);
        if (state.State.OutcomeOf(member) != outcome)
        {
            await Agenda.Put(this.GetGrainId(), $"tell:{member:N}", time.GetUtcNow());
            if (outcome == MatchOutcome.Met)
                await Agenda.Put(this.GetGrainId(), "met", time.GetUtcNow());
            var report = new Said(outcome, (state.State.Reports.GetValueOrDefault(member)?.Number ?? 0) + 1, time.GetUtcNow());
            await state.Store(state.State with { Reports = state.State.Reports.SetItem(member, report) });
        }
        return await Seen(member, open: true);
    }

    public Task Forget(Guid member) => !Members.Contains(member) ? Task.CompletedTask : state.Store(state.State with
    {
        Reports = state.State.Reports.Remove(member),
        Reasons = state.State.Reasons.RemoveAll(reason => reason.A == member || reason.B == member),
    });

    public Task OnDue(string what) => what.Split(':') switch
    {
        ["tell", var member] => TellPartners(Guid.ParseExact(member, "N")),
        ["met"] => RecordMeeting(),
        _ => Task.CompletedTask,
    };

    private async Task TellPartners(Guid member)
    {
        if (!state.State.Reports.TryGetValue(member, out var report))
            return;
        foreach (var partner in Members.Where(partner => partner != member))
        {
            if (await Find(partner) is not null)
                await GrainFactory.GetGrain<IMemberGrain>(partner).Notify(new PartnerReported(Id, member, report.Outcome), $"report:{Id}:{member:N}:{report.Number}");
        }
    }

    private async Task RecordMeeting()
    {
        // The last word counts: it may have been another one by the time this is called.
        if (state.State.Reports.Values.Where(report => report.Outcome == MatchOutcome.Met).MinBy(report => report.At) is not { } met)
            return;
        await GrainFactory.GetGrain<IAcquaintancesGrain>(0).Record(Members, $"match:{Id}", met.At);
        await Round.Met(Id.Number);
        var occasion = (await GrainFactory.GetGrain<ICommunityGrain>(Id.Round.Community).Get(null)).Settings.Name;
        var people = (await Task.WhenAll(Members.Select(Find))).OfType<Member>().ToList();
        foreach (var owner in people)
            foreach (var other in people.Where(other => other.Id != owner.Id))
                await GrainFactory.GetGrain<IContactBookGrain>(owner.Id).Receive(ContactOf(other, occasion, met.At));
    }

    private Contact ContactOf(Member member, string occasion, DateTimeOffset at) => new()
    {
        Member = member.Id,
        Name = member.Profile.Name,
        Headline = member.Profile.Headline,
        Company = member.Profile.Company,
        Card = member.Card.Only(member.Settings.Shares),
        Source = $"match:{Id}",
        Occasion = occasion,
        At = at,
    };

    private void Require(Guid viewer)
    {
        if (!Members.Contains(viewer))
            throw new Refused(Refusal.NotFound);
    }

    private async Task<bool> IsOpen(Guid viewer) => (await Round.Get(viewer)).Phase != MatchRoundPhase.Closed;

    private async Task<Match> Seen(Guid viewer, bool open)
    {
        var me = await Find(viewer);
        var partners = (await Task.WhenAll(Members.Where(member => member != viewer).Select(Find))).OfType<Member>();
        return new()
        {
            Id = Id,
            Community = (await GrainFactory.GetGrain<ICommunityGrain>(Id.Round.Community).Get(null)).Settings.Name,
            Partners = [.. partners.Select(partner => PartnerOf(me, partner))],
            Outcome = state.State.OutcomeOf(viewer),
            Open = open,
            Made = state.State.Made,
        };
    }

    private MatchPartner PartnerOf(Member? me, Member partner) => new()
    {
        Card = new(partner.Id, partner.Profile),
        Telegram = partner.Telegram,
        Email = me?.Telegram is null || partner.Telegram is null ? partner.Emails.FirstOrDefault() : null,
        Outcome = state.State.OutcomeOf(partner.Id),
        Reason = state.State.Reasons.FirstOrDefault(r => (r.A == me?.Id && r.B == partner.Id) || (r.B == me?.Id && r.A == partner.Id))
            ?? new MatchReason { A = me?.Id ?? Guid.Empty, B = partner.Id },
    };

    /// <summary>The member's record; null when the account is gone.</summary>
    private async Task<Member?> Find(Guid member)
    {
        try
        {
            return await GrainFactory.GetGrain<IMemberGrain>(member).Get();
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return null;
        }
    }

    [GenerateSerializer, Immutable, Alias("matchSaid")]
    internal sealed record Said(
        [property: Id(0)] MatchOutcome Outcome,
        // Counts what one partner has said, so that each is told once.
        [property: Id(1)] int Number,
        [property: Id(2)] DateTimeOffset At);

    [GenerateSerializer, Alias("matchState")]
    internal sealed record State
    {
        /// <summary>Empty until the round has made the match.</summary>
        [Id(0)] public ImmutableArray<Guid> Members { get; init; } = [];
        [Id(1)] public ImmutableArray<MatchReason> Reasons { get; init; } = [];
        [Id(2)] public DateTimeOffset Made { get; init; }
        [Id(3)] public ImmutableDictionary<Guid, Said> Reports { get; init; } = ImmutableDictionary<Guid, Said>.Empty;

        public MatchOutcome OutcomeOf(Guid member) => Reports.GetValueOrDefault(member)?.Outcome ?? MatchOutcome.None;
    }
}
