using System.Collections.Immutable;
using Weave.Agenda;
using Weave.Members;

namespace Weave.Matching;

/// <summary>
/// One conversation: who with whom, why, what they arrange, and what they say of it. Made by the round, asked by pages and the bot. What follows from a command is
/// put on the agenda first, so that it happens even if the process dies. A meeting once confirmed stays in the ledger, whatever is said later.
/// </summary>
internal sealed partial class MatchGrain([PersistentState("state")] IPersistentState<MatchGrain.State> state, TimeProvider time) : Grain, IMatchGrain, IDueGrain
{
    private MatchId Id => MatchId.Parse(this.GetPrimaryKeyString());
    private ImmutableArray<Guid> Members => state.State.Members;
    private IMatchRoundGrain Round => GrainFactory.GetGrain<IMatchRoundGrain>(Id.Round.ToString());
    private IStancesGrain Stances => GrainFactory.GetGrain<IStancesGrain>(0);
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private DateTimeOffset Now => time.GetUtcNow();

    public async Task Make(IReadOnlyList<Guid> members, IReadOnlyList<MatchReason> reasons, DateTimeOffset when, DateTimeOffset ends)
    {
        if (Members.Length > 0)
            return;
        var next = new State { Members = [.. members], Reasons = [.. reasons], Made = when, EndsAt = ends };
        await Later("half", next.Half);
        await Later("end", ends);
        await state.Store(next);
    }

    public async Task<Match> Get(Guid viewer)
    {
        Require(viewer);
        return await Seen(viewer);
    }

    public async Task<Match> Report(Guid member, MatchOutcome outcome)
    {
        if (outcome == MatchOutcome.None || !Enum.IsDefined(outcome))
            throw new Refused(Refusal.Invalid, nameof(outcome));
        await RequirePresent(member, closed: outcome != MatchOutcome.Agreed);
        if (state.State.OutcomeOf(member) != outcome)
        {
            await Later($"tell:{member:N}", Now);
            await Later($"heard:{member:N}", Now);
            if (outcome == MatchOutcome.Met)
                await Later("met", Now);
            var report = new Said(outcome, (state.State.Reports.GetValueOrDefault(member)?.Number ?? 0) + 1, Now);
            await Store(state.State with { Reports = state.State.Reports.SetItem(member, report) }, member);
        }
        return await Seen(member);
    }

    public async Task<Match> Rate(Guid member, MatchFeedback feedback)
    {
        Require(member);
        if (feedback.Useful is < 0 or > 5)
            throw new Refused(Refusal.OutOfRange, nameof(feedback.Useful));
        var said = feedback with { Note = Inputs.Lines(feedback.Note, MatchFeedback.MaxNote, nameof(feedback.Note)) };
        if (state.State.FeedbackOf(member) != said)
        {
            await Later($"heard:{member:N}", Now);
            await Store(state.State with { Feedback = state.State.Feedback.SetItem(member, said) }, member);
        }
        return await Seen(member);
    }

    public async Task Forget(Guid member)
    {
        if (!Members.Contains(member))
            return;
        await Drop(member);
        await state.Store(state.State with
        {
            Reports = state.State.Reports.Remove(member),
            Feedback = state.State.Feedback.Remove(member),
            Reasons = state.State.Reasons.RemoveAll(reason => reason.A == member || reason.B == member),
        });
    }

    public Task OnDue(string what) => what.Split(':') switch
    {
        _ when Members.Length == 0 => Task.CompletedTask,
        ["tell", var member] => TellReport(Read(member)),
        ["heard", var member] => Round.Heard(Id.Number, Read(member), state.State.OutcomeOf(Read(member)), state.State.FeedbackOf(Read(member)).Useful),
        ["met"] => RecordMeeting(),
        ["offer", var member] => TellOffer(Read(member)),
        ["agreed", var sequence] => TellAgreed(sequence),
        ["off", var sequence, var by] => TellCalledOff(sequence, Read(by)),
        ["soon", var sequence] => Remind(sequence),
        ["after", var sequence] => AskAfter(sequence),
        ["half"] => AskWhetherMet(),
        ["end"] => AskHowItWas(),
        ["owes", var member] => Nudge(Read(member)),
        ["silent", var member] => OfferAnother(Read(member)),
        ["over", var member, var others] => TellOver(Read(member), othersWait: others == "wait"),
        _ => Task.CompletedTask,
    };

    private static Guid Read(string member) => Guid.ParseExact(member, "N");

    private Task Later(string what, DateTimeOffset when) => Agenda.Put(this.GetGrainId(), what, when);

    /// <summary>Stores what a partner has done: the others' turn, and the round knows that they are there.</summary>
    private async Task Store(State next, Guid by)
    {
        next = next.Acted(by, Now);
        foreach (var (other, since) in next.Silence.Owing)
            if (!state.State.Silence.Owing.ContainsKey(other))
                await Later($"owes:{other:N}", since + Silence.Patience);
        await Round.Reacted(by);
        await state.Store(next);
    }

    private void Require(Guid viewer)
    {
        if (!Members.Contains(viewer))
            throw new Refused(Refusal.NotFound);
    }

    /// <summary>The member is still in the match, nobody of two has blocked the other, and unless <paramref name="closed"/> rounds will do, the round goes on.</summary>
    private async Task RequirePresent(Guid member, bool closed = false)
    {
        Require(member);
        if (IsOver(member, await Stances.Among(Members)))
            throw new Refused(Refusal.MatchEnded);
        if (!closed && (await Round.Get(member)).Phase == MatchRoundPhase.Closed)
            throw new Refused(Refusal.RoundClosed);
    }

    /// <summary>The match is over for somebody who has left it, or with whom nobody is left.</summary>
    private bool IsOver(Guid member, IReadOnlyList<StanceTowards> stances) => !state.State.Present.Contains(member)
        || state.State.Present.All(other => other == member || stances.AreApart(member, other));

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

        /// <summary>When the round ends; null in matches of the time before rounds had an end.</summary>
        [Id(4)] public DateTimeOffset? EndsAt { get; init; }
        [Id(5)] public Arrangement Arrangement { get; init; } = new();
        [Id(6)] public ImmutableDictionary<Guid, MatchFeedback> Feedback { get; init; } = ImmutableDictionary<Guid, MatchFeedback>.Empty;

        /// <summary>Who has left the match: found somebody else, left the community, or blocked a partner.</summary>
        [Id(7)] public ImmutableHashSet<Guid> Left { get; init; } = [];
        [Id(8)] public Silence Silence { get; init; } = new();

        public DateTimeOffset Ends => EndsAt ?? Made + MatchRoundPlan.Usual;

        public DateTimeOffset Half => Made + ((Ends - Made) / 2);

        public IReadOnlyList<Guid> Present => [.. Members.Where(member => !Left.Contains(member))];

        public bool IsMet => Reports.Values.Any(report => report.Outcome == MatchOutcome.Met);

        public MatchOutcome OutcomeOf(Guid member) => Reports.GetValueOrDefault(member)?.Outcome ?? MatchOutcome.None;

        public MatchFeedback FeedbackOf(Guid member) => Feedback.GetValueOrDefault(member) ?? new();

        /// <summary>The member has done something: the others' turn.</summary>
        public State Acted(Guid member, DateTimeOffset now) => this with
        {
            Silence = Arrangement.Agreed is not null || Reports.Count > 0 ? Silence.Broken(member) : Silence.After(member, Present, now),
        };
    }
}
