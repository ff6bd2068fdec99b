using System.Data.Common;
using Weave.Agenda;
using Weave.Communities;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>
/// One match round. Holds how far it has come; people and pairs are rows of tables. The agenda carries it on: asking and telling go on in small
/// turns, each of which can be repeated, so that a process killed anywhere loses nothing and tells nobody twice.
/// </summary>
internal sealed partial class MatchRoundGrain(
    [PersistentState("state")] IPersistentState<MatchRoundGrain.State> state,
    DbDataSource database,
    TimeProvider time) : Grain, IMatchRoundGrain, IDueGrain
{
    private const int ReadAtOnce = 100;
    private const int ToldAtOnce = 25;

    private MatchRoundId Id => MatchRoundId.Parse(this.GetPrimaryKeyString());
    private RoundTable Table => new(database, this.GetPrimaryKeyString());
    private ICommunityGrain Community => GrainFactory.GetGrain<ICommunityGrain>(Id.Community);
    private IAgendaGrain Agenda => GrainFactory.GetGrain<IAgendaGrain>(0);
    private DateTimeOffset Deadline => state.State.Deadline ?? throw new Refused(Refusal.NotFound);
    private bool TakesAnswers => state.State.Phase == MatchRoundPhase.Inviting && time.GetUtcNow() < Deadline;

    public async Task Open(MatchRoundPlan plan)
    {
        if (state.State.Deadline is not null)
            return;
        await Agenda.Put(this.GetGrainId(), "ask", time.GetUtcNow());
        await Agenda.Put(this.GetGrainId(), "pair", plan.Deadline);
        await PutReminderOnAgenda(time.GetUtcNow(), plan.Deadline);
        await state.Store(new State { Deadline = plan.Deadline, Ends = plan.Ends, Opened = time.GetUtcNow() });
    }

    public async Task<MatchRound> Get(Guid viewer)
    {
        var (deadline, phase) = (Deadline, state.State.Phase);
        var status = await Community.Status(viewer);
        var answer = await Table.AnswerOf(viewer);
        var (standing, paused) = await People.Of(viewer);
        // Who was asked and has left meanwhile still sees their match.
        if (status < MembershipStatus.Member && answer is null)
            throw new Refused(Refusal.NotAMember);
        var round = new MatchRound
        {
            Id = Id,
            Phase = phase,
            Deadline = deadline,
            Answer = answer ?? RoundAnswer.None,
            Standing = standing,
            SendsAt = phase == MatchRoundPhase.Pairing ? state.State.SendsAt : null,
            PausedUntil = paused > time.GetUtcNow() ? paused : null,
            Match = await Table.MatchOf(viewer) is { } number ? new MatchId(Id, number) : null,
            Ends = IsPaired ? Ends : null,
            RepairsUntil = IsPaired ? RepairsUntil : null,
            Waiting = await Repairs.IsWaiting(viewer),
        };
        if (status != MembershipStatus.Organizer)
            return round;
        var numbers = await Table.Numbers();
        return await WithFeedback(round with
        {
            Asked = numbers.Asked,
            In = numbers.SaidIn,
            Out = numbers.SaidOut,
            Matches = numbers.Matches,
            Met = numbers.Met,
            Quality = state.State.Quality,
        });
    }

    public Task<MatchRoundPhase> Phase() =>
        Task.FromResult(state.State.Phase == MatchRoundPhase.Inviting && time.GetUtcNow() >= Deadline ? MatchRoundPhase.Pairing : state.State.Phase);

    public async Task Answer(Guid member, RoundAnswer answer)
    {
        _ = Deadline;
        if (answer is not (RoundAnswer.In or RoundAnswer.Out))
            throw new Refused(Refusal.Invalid, nameof(answer));
        if (await Community.Status(member) < MembershipStatus.Member)
            throw new Refused(Refusal.NotAMember);
        if (!TakesAnswers)
            throw new Refused(Refusal.RoundClosed);
        if (answer == RoundAnswer.In && (await People.Of(member)).PausedUntil > time.GetUtcNow())
            throw new Refused(Refusal.Paused);
        await Table.PutAnswer(member, answer);
    }

    public async Task PairNow(Guid by)
    {
        _ = Deadline;
        if (await Community.Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
        await Pair();
    }

    public async Task Close()
    {
        _ = Deadline;
        if (state.State.Phase == MatchRoundPhase.Closed)
            return;
        await CountSilence();
        await state.Store(state.State with { Phase = MatchRoundPhase.Closed });
    }

    public Task Met(int match) => Table.Met(match);

    public Task OnDue(string what) => (state.State.Deadline, what) switch
    {
        // Put on the agenda by a process that died before it stored the round.
        (null, _) => Task.CompletedTask,
        (_, "ask") => Ask(),
        (_, "remind") => Remind(),
        (_, "ended") => TellEnded(),
        (_, "pair") when time.GetUtcNow() >= Deadline => Pair(),
        (_, "tell") => Tell(),
        (_, "repair") => Repair(),
        (_, "retell") => TellRepaired(),
        (_, "alone") => TellWhoStayedAlone(),
        (_, ['g', 'o', 'n', 'e', ':', .. var member]) => TellPartnersOf(Guid.ParseExact(member, "N")),
        _ => Task.CompletedTask,
    };

    /// <summary>Finds partners and stores them; does nothing when that is done. They are told by the agenda.</summary>
    private async Task Pair()
    {
        if (state.State.Phase == MatchRoundPhase.Inviting)
        {
            await Agenda.Put(this.GetGrainId(), "tell", time.GetUtcNow());
            await state.Store(state.State with { Phase = MatchRoundPhase.Pairing, PairedAt = time.GetUtcNow() });
        }
        if (state.State is { Phase: MatchRoundPhase.Pairing, Planned: false })
            await Plan();
    }

    private async Task Plan()
    {
        var problem = await Problem(await People.TakePart(time.GetUtcNow()));
        var pairing = await Task.Run(() => Pairing.Pair(problem));
        await Table.PutPlan(pairing);
        await state.Store(state.State with { Planned = true, Quality = pairing.Quality });
    }

    /// <summary>People who said yes, and all that counts when they are put together.</summary>
    private async Task<PairingProblem> Problem(IReadOnlyList<Guid> members) => await Problem(await Candidates(members), state.State.PairedAt);

    /// <summary>People to be put together, and all that counts in it.</summary>
    private async Task<PairingProblem> Problem(IReadOnlyList<Candidate> candidates, DateTimeOffset now)
    {
        var settings = (await Community.Get(null)).Settings;
        var hosts = settings.OddOne.Contains(OddOne.Host) ? await Candidates(await People.Hosts(now)) : [];
        List<Guid> ids = [.. candidates.Concat(hosts).Select(candidate => candidate.Id).Distinct()];
        return new()
        {
            Participants = candidates,
            Rules = settings.Matching,
            GroupSize = settings.GroupSize,
            OddOne = settings.OddOne,
            Wishes = await People.Wishes(),
            Hosts = hosts,
            History = [.. await GrainFactory.GetGrain<IAcquaintancesGrain>(0).Among(ids), .. await Table.EarlierMatches(ids)],
            Stances = await GrainFactory.GetGrain<IStancesGrain>(0).Among(ids),
            Owed = Fairness.Owed(await Table.Shortfalls(Fairness.Rounds)),
            Now = now,
            Seed = unchecked((int)state.State.PairedAt.ToUnixTimeMilliseconds()),
        };
    }

    /// <summary>Makes the next matches and tells their partners; when all are told, the conversations begin.</summary>
    private async Task Tell()
    {
        if (state.State.Phase != MatchRoundPhase.Pairing || state.State.SendsAt > time.GetUtcNow())
            return;
        await Pair();
        await Release();
        var matches = await Table.Untold(ToldAtOnce);
        await Task.WhenAll(matches.Select(match => Tell(match.Number, match.Match, state.State.PairedAt)));
        var leftOver = matches.Count == ToldAtOnce ? [] : await Table.UntoldLeftOver(ToldAtOnce);
        await Task.WhenAll(leftOver.Select(TellLeftOver));
        if (matches.Count == ToldAtOnce || leftOver.Count == ToldAtOnce)
            await Agenda.Put(this.GetGrainId(), "tell", time.GetUtcNow());
        else
            await state.Store(state.State with { Phase = MatchRoundPhase.Conversation });
    }

    private async Task Tell(int number, PlannedMatch match, DateTimeOffset made)
    {
        var id = new MatchId(Id, number);
        await GrainFactory.GetGrain<IMatchGrain>(id.ToString()).Make(match.Members, match.Reasons, made, Ends);
        await Table.PutPartners(number, match.Members, made);
        foreach (var member in match.Members)
            await Notify(member, new MatchMade(id), $"match:{id}");
        await Table.Told(number);
    }

    private async Task TellLeftOver(Guid member)
    {
        await Notify(member, new NoMatchThisTime(Id), $"nomatch:{Id}");
        await Table.ToldLeftOver(member);
    }

    /// <summary>What they say of themselves now, without those whose account is gone.</summary>
    private async Task<IReadOnlyList<Candidate>> Candidates(IReadOnlyList<Guid> members)
    {
        var found = new List<Candidate>();
        foreach (var some in members.Chunk(ReadAtOnce))
            found.AddRange((await Task.WhenAll(some.Select(Candidate))).OfType<Candidate>());
        return found;
    }

    private async Task<Candidate?> Candidate(Guid member)
    {
        try
        {
            return new(member, (await GrainFactory.GetGrain<IMemberGrain>(member).Card()).Profile);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return null;
        }
    }

    private async Task Notify(Guid member, Notice notice, string key)
    {
        try
        {
            await GrainFactory.GetGrain<IMemberGrain>(member).Notify(notice, key);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            // The account is gone: there is nobody to tell.
        }
    }

    [GenerateSerializer, Alias("matchRoundState")]
    internal sealed record State
    {
        /// <summary>Null until the round is opened.</summary>
        [Id(0)] public DateTimeOffset? Deadline { get; init; }
        [Id(1)] public MatchRoundPhase Phase { get; init; }

        /// <summary>When answers ended.</summary>
        [Id(3)] public DateTimeOffset PairedAt { get; init; }

        /// <summary>The pairing is in the table; it is final, and may be told.</summary>
        [Id(4)] public bool Planned { get; init; }

        /// <summary>When the round is planned to end; null when nobody has said.</summary>
        [Id(20)] public DateTimeOffset? Ends { get; init; }

        /// <summary>Until then the pairing waits for an organizer; null when it does not wait.</summary>
        [Id(31)] public DateTimeOffset? SendsAt { get; init; }

        /// <summary>When members began to be asked, or were given more time.</summary>
        [Id(30)] public DateTimeOffset Opened { get; init; }

        /// <summary>How good the pairing is; null before, and for rounds paired before this was kept.</summary>
        [Id(5)] public PairingQuality? Quality { get; init; }
    }
}
