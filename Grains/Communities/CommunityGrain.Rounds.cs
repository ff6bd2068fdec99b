using System.Globalization;
using Weave.Matching;

namespace Weave.Communities;

/// <summary>How match rounds begin: by an organizer's hand, or by the schedule. The agenda finishes what a killed process leaves.</summary>
internal sealed partial class CommunityGrain
{
    private static readonly TimeSpan LongestInvitation = TimeSpan.FromDays(60);
    private static readonly TimeSpan UntilCardsAreSent = TimeSpan.FromMinutes(1);

    public async Task<MatchRoundId> OpenMatchRound(MatchRoundPlan plan, Guid by)
    {
        await RequireOrganizer(by);
        var now = time.GetUtcNow();
        if (plan.Deadline <= now)
            throw new Refused(Refusal.InThePast, nameof(plan.Deadline));
        if (plan.Deadline > now + LongestInvitation)
            throw new Refused(Refusal.OutOfRange, nameof(plan.Deadline));
        await BeginRound();
        if (await LatestPhase() <= MatchRoundPhase.Pairing)
            throw new Refused(Refusal.RoundOpen);
        await Begin(plan with { Ends = plan.Ends ?? FirstAfter(plan.Deadline) }, state.State.Next);
        return new(Slug, state.State.LatestRound);
    }

    /// <summary>The schedule's next round after <paramref name="moment"/>; null without a schedule.</summary>
    private static RoundDates? Scheduled(CommunitySettings settings, DateTimeOffset moment) => settings.Schedule?.Next(moment, ZoneOf(settings));

    private DateTimeOffset? FirstAfter(DateTimeOffset moment) => Scheduled(Settings, moment)?.Opens;

    /// <summary>Stores settings along with what the schedule in them says; the round that is to begin goes on the agenda first.</summary>
    private async Task SaveSettings(CommunitySettings settings, Guid founder)
    {
        var before = state.State.Settings;
        var next = before?.Schedule == settings.Schedule && before?.TimeZone == settings.TimeZone && state.State.Next is not null
            ? state.State.Next
            : Scheduled(settings, time.GetUtcNow());
        if (next != state.State.Next)
            await PutOnAgenda(next);
        await Save(state.State with { Settings = settings, Founder = founder, Next = next });
    }

    /// <summary>Called when a round of the schedule is due: once or more, and for one that an organizer has moved since, in vain.</summary>
    private async Task OpenByItself(DateTimeOffset opens)
    {
        await BeginRound();
        if (state.State.Next is not { } due || due.Opens != opens || Settings.Schedule is not { } schedule)
            return;
        var now = time.GetUtcNow();
        var phase = await LatestPhase();
        if (phase == MatchRoundPhase.Pairing)
        {
            await Agenda.Put(this.GetGrainId(), Entry(due), now + UntilCardsAreSent);
            return;
        }
        var next = schedule.Next(now, ZoneOf(Settings));
        await PutOnAgenda(next);
        // A round that still takes answers, opened by hand, goes on in place of this one.
        if (phase != MatchRoundPhase.Inviting && schedule.PlanFor(due, now, ZoneOf(Settings)) is { } plan)
            await Begin(plan, next);
        else
            await Save(state.State with { Next = next });
    }

    private async Task Begin(MatchRoundPlan plan, RoundDates? next)
    {
        await Agenda.Put(this.GetGrainId(), "round", time.GetUtcNow().AddMinutes(1));
        await Save(state.State with { LatestRound = state.State.LatestRound + 1, Beginning = plan, Next = next });
        await BeginRound();
    }

    /// <summary>Ends the round before and opens the one that was decided on; does nothing when that is done.</summary>
    private async Task BeginRound()
    {
        if (state.State.Beginning is not { } plan)
            return;
        var number = state.State.LatestRound;
        if (number > 1)
            await Round(number - 1).Close();
        await Round(number).Open(plan);
        await Save(state.State with { Beginning = null });
    }

    /// <summary>How far the latest round has come; Closed before the first.</summary>
    private async Task<MatchRoundPhase> LatestPhase() =>
        state.State.LatestRound > 0 ? await Round(state.State.LatestRound).Phase() : MatchRoundPhase.Closed;

    /// <summary>Each moment has an entry of its own: the one being called stays until what follows from it is stored.</summary>
    private Task PutOnAgenda(RoundDates? next) => next is { } dates ? Agenda.Put(this.GetGrainId(), Entry(dates), dates.Opens) : Task.CompletedTask;

    private static string Entry(RoundDates dates) => string.Create(CultureInfo.InvariantCulture, $"next:{dates.Opens.ToUnixTimeMilliseconds()}");

    private static TimeZoneInfo ZoneOf(CommunitySettings settings) => TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    private IMatchRoundGrain Round(int number) => GrainFactory.GetGrain<IMatchRoundGrain>(new MatchRoundId(Slug, number).ToString());
}
