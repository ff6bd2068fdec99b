using Weave.Communities;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>What organizers see and do before the cards are sent. A pairing waits for them only so long: members were promised a time.</summary>
internal sealed partial class MatchRoundGrain : IRoundDeskGrain
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan TimeToLook = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestInvitation = TimeSpan.FromDays(60);

    private DeskTable Desk => new(database, Id);
    private bool Waits => state.State is { Phase: MatchRoundPhase.Pairing, SendsAt: not null };

    public async Task<RoundDesk> Look(Guid by)
    {
        await RequireOrganizer(by);
        return await Desk.Figures(
            new RoundDesk { Id = Id, Phase = await Phase(), Deadline = Deadline, SendsAt = Waits ? state.State.SendsAt : null, Quality = state.State.Quality }, time.GetUtcNow());
    }

    async Task<Page<RoundPerson>> IRoundDeskGrain.People(RoundGroup group, int skip, int take, Guid by)
    {
        await RequireOrganizer(by);
        return await Desk.People(group, Math.Max(skip, 0), Math.Clamp(take, 0, MostAtOnce), time.GetUtcNow());
    }

    public async Task Extend(DateTimeOffset deadline, Guid by)
    {
        await RequireOrganizer(by);
        var now = time.GetUtcNow();
        if (!TakesAnswers)
            throw new Refused(Refusal.RoundClosed);
        if (deadline <= now)
            throw new Refused(Refusal.InThePast, nameof(MatchRoundPlan.Deadline));
        if (deadline > now + LongestInvitation || deadline >= state.State.Ends)
            throw new Refused(Refusal.OutOfRange, nameof(MatchRoundPlan.Deadline));
        await Desk.ForgetReminders();
        await PutReminderOnAgenda(now, deadline);
        // Whatever is called too early waits for the deadline that is stored.
        await state.Store(state.State with { Deadline = deadline, Opened = now });
        await Agenda.Put(this.GetGrainId(), "pair", deadline);
    }

    public async Task Place(Guid member, bool takesPart, Guid by)
    {
        await RequireOrganizer(by);
        if (!TakesAnswers && !Waits)
            throw new Refused(Refusal.RoundClosed);
        if (await Community.Status(member) < MembershipStatus.Member)
            throw new Refused(Refusal.NotAMember);
        if (takesPart && (await People.Of(member)).PausedUntil > time.GetUtcNow())
            throw new Refused(Refusal.Paused);
        if ((await Table.AnswerOf(member) == RoundAnswer.In) == takesPart)
            return;
        await Desk.Place(member, takesPart);
        var key = $"placed:{Id}:{time.GetUtcNow().ToUnixTimeMilliseconds()}";
        await GrainFactory.Announce([(member, new RoundPlaced(Id, takesPart), key)]);
        if (Waits)
            await Plan();
    }

    public async Task Prepare(Guid by)
    {
        await RequireOrganizer(by);
        if (Waits)
        {
            await Pair();
            return;
        }
        if (!TakesAnswers)
            throw new Refused(Refusal.RoundClosed);
        var now = time.GetUtcNow();
        var sendsAt = Deadline > now + TimeToLook ? Deadline : now + TimeToLook;
        await Agenda.Put(this.GetGrainId(), "tell", sendsAt);
        await state.Store(state.State with { Phase = MatchRoundPhase.Pairing, PairedAt = now, SendsAt = sendsAt, Planned = false });
        await Pair();
    }

    public async Task Reopen(Guid by)
    {
        await RequireOrganizer(by);
        if (!Waits || time.GetUtcNow() >= Deadline)
            throw new Refused(Refusal.RoundClosed);
        await Agenda.Put(this.GetGrainId(), "ask", time.GetUtcNow());
        await state.Store(state.State with { Phase = MatchRoundPhase.Inviting, SendsAt = null, Planned = false, Quality = null });
    }

    public async Task<Page<DraftMatch>> Draft(int skip, int take, Guid by)
    {
        await RequireOrganizer(by);
        if (!Waits)
            return new([], 0);
        var matches = (await Waiting()).Matches;
        return new([.. matches.Skip(Math.Max(skip, 0)).Take(Math.Clamp(take, 0, MostAtOnce)).Select(match => new DraftMatch([.. match.Members], [.. match.Reasons]))], matches.Count);
    }

    public async Task Swap(Guid one, Guid other, Guid by)
    {
        await RequireOrganizer(by);
        if (!Waits)
            throw new Refused(Refusal.RoundClosed);
        var draft = await Waiting();
        var (first, second) = draft.Swapped(one, other);
        List<PlannedMatch> matches = [];
        foreach (var group in new[] { first, second }.Where(group => group.Count > 1))
            matches.Add(Pairing.Together(await Problem(await Candidates(group), time.GetUtcNow())) ?? throw new Refused(Refusal.NotTogether));
        await Store(draft.With(matches, [.. new[] { first, second }.Where(group => group.Count == 1).Select(group => group[0])]));
    }

    public async Task Send(Guid by)
    {
        await RequireOrganizer(by);
        if (!Waits)
            return;
        await Agenda.Put(this.GetGrainId(), "tell", time.GetUtcNow());
        await Release();
    }

    /// <summary>Lets a pairing that waited go, without those who have left or paused meanwhile.</summary>
    private async Task Release()
    {
        if (!Waits)
            return;
        var draft = await Waiting();
        var takePart = (await People.TakePart(time.GetUtcNow())).ToHashSet();
        HashSet<Guid> present = [.. takePart, .. await People.Hosts(time.GetUtcNow())];
        if (draft.Without(present) is var rest && rest.People < draft.People)
        {
            // A host is there for an odd one, and otherwise free again.
            var pairing = Pairing.Pair(await Problem([.. draft.Loose(present).Where(takePart.Contains)]));
            await Store(rest.With([.. pairing.Matches], [.. pairing.LeftOut]));
        }
        await state.Store(state.State with { SendsAt = null });
    }

    private async Task<Draft> Waiting() => new([.. (await Table.Untold(int.MaxValue)).Select(entry => entry.Match)], await Table.UntoldLeftOver(int.MaxValue));

    private async Task Store(Draft draft)
    {
        var pairing = draft.ToPairing(state.State.Quality, (await Community.Get(null)).Settings.GroupSize);
        await Table.PutPlan(pairing);
        await state.Store(state.State with { Quality = pairing.Quality });
    }

    private async Task RequireOrganizer(Guid by)
    {
        _ = Deadline;
        if (await Community.Status(by) != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
    }
}
