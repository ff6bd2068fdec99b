using System.Globalization;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>Asking how it goes: in the middle of the round, after a meeting and at the end; and reminding who lets the others wait.</summary>
internal sealed partial class MatchGrain
{
    private static readonly TimeSpan UntilAnotherIsOffered = TimeSpan.FromDays(1);

    private bool MeetsLater => state.State.Arrangement.Agreed is { } meeting && meeting.At > Now;

    private Task AskWhetherMet() => MeetsLater || state.State.IsMet ? Task.CompletedTask : Ask($"half:{Id}");

    private Task AskAfter(string sequence) => IsAgreed(sequence, out var number)
        ? Ask(string.Create(CultureInfo.InvariantCulture, $"after:{Id}:{number}"))
        : Task.CompletedTask;

    private async Task Ask(string key)
    {
        foreach (var member in await Reachable())
            if (state.State.OutcomeOf(member) is MatchOutcome.None or MatchOutcome.Agreed)
                await Notify(member, new MeetingCheck(Id), key);
    }

    private async Task AskHowItWas()
    {
        if (MeetsLater)
            return;
        foreach (var member in await Reachable())
            if (state.State.OutcomeOf(member) != MatchOutcome.DidNotWorkOut && state.State.FeedbackOf(member).Useful == 0)
                await Notify(member, new FeedbackAsked(Id), $"end:{Id}");
    }

    private async Task Nudge(Guid member)
    {
        var silence = state.State.Silence;
        if (!silence.Owing.TryGetValue(member, out var since) || since + Silence.Patience > Now || !(await Reachable()).Contains(member))
            return;
        await Later($"silent:{member:N}", Now + UntilAnotherIsOffered);
        if (silence.Nudged.Contains(member))
            return;
        await Notify(member, new PartnerWaits(Id), $"nudge:{Id}");
        await state.Store(state.State with { Silence = silence with { Nudged = silence.Nudged.Add(member) } });
    }

    /// <summary>A day after the reminder the partner has still not answered: those who wait are told that they need not.</summary>
    private async Task OfferAnother(Guid silent)
    {
        if (!state.State.Silence.IsSilent(silent, state.State.Made, Now) || state.State.IsMet)
            return;
        foreach (var member in (await Reachable()).Where(member => member != silent))
            if ((await Seen(member)).CanFindAnother)
                await Notify(member, new PartnerSilent(Id), $"silent:{Id}:{silent:N}");
    }

    /// <summary>Those for whom the match is not over.</summary>
    private async Task<IReadOnlyList<Guid>> Reachable()
    {
        var stances = await Stances.Among(Members);
        return [.. state.State.Present.Where(member => !IsOver(member, stances))];
    }
}
