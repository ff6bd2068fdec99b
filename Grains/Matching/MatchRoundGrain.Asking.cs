using System.Globalization;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>The time before the pairing: members are asked, and reminded once. Both go on in turns that can be repeated.</summary>
internal sealed partial class MatchRoundGrain
{
    private const int AskedAtOnce = 1000;
    private static readonly TimeSpan UntilNewcomersAreAsked = TimeSpan.FromMinutes(1);

    private RoundPeople People => new(database, Id);

    public Task Reacted(Guid member) => People.PutReacted(member);

    /// <summary>Asks the next members. When all are asked it looks again a little later: somebody may have joined, or come back from a pause.</summary>
    private async Task Ask()
    {
        if (!TakesAnswers)
            return;
        var fresh = await People.Fresh(time.GetUtcNow(), AskedAtOnce);
        var unreachable = await GrainFactory.Announce(fresh.Select(one => (one.Member, (Notice)new RoundInvitation(Id, Deadline, one.In), $"round:{Id}")));
        await People.PutAsked(fresh, unreachable);
        await Agenda.Put(this.GetGrainId(), "ask", time.GetUtcNow() + (fresh.Count == AskedAtOnce ? TimeSpan.Zero : UntilNewcomersAreAsked));
    }

    /// <summary>Reminds those who have not answered.</summary>
    private async Task Remind()
    {
        if (!TakesAnswers || RoundTimes.Reminder(state.State.Opened, Deadline) is not { } at || time.GetUtcNow() < at)
            return;
        var key = string.Create(CultureInfo.InvariantCulture, $"remind:{Id}:{Deadline.ToUnixTimeSeconds()}");
        var silent = await People.Unanswered(time.GetUtcNow(), AskedAtOnce);
        await GrainFactory.Announce(silent.Select(member => (member, (Notice)new RoundReminder(Id, Deadline), key)));
        await People.PutReminded(silent);
        if (silent.Count == AskedAtOnce)
            await Agenda.Put(this.GetGrainId(), "remind", time.GetUtcNow());
    }

    private Task PutReminderOnAgenda(DateTimeOffset opened, DateTimeOffset deadline) =>
        RoundTimes.Reminder(opened, deadline) is { } at ? Agenda.Put(this.GetGrainId(), "remind", at) : Task.CompletedTask;

    /// <summary>What a round that is over means for standing answers.</summary>
    private async Task CountSilence()
    {
        await Agenda.Put(this.GetGrainId(), "ended", time.GetUtcNow());
        await People.CountSilence();
    }

    private async Task TellEnded()
    {
        var ended = await People.Ended(AskedAtOnce);
        await GrainFactory.Announce(ended.Select(member => (member, (Notice)new StandingEnded(Id.Community), $"ended:{Id}")));
        await People.PutEnded(ended);
        if (ended.Count == AskedAtOnce)
            await Agenda.Put(this.GetGrainId(), "ended", time.GetUtcNow());
    }
}
