using System.Globalization;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>Arranging the meeting, and telling the partners.</summary>
internal sealed partial class MatchGrain
{
    /// <summary>Somebody who has proposed something usually changes or adds to it right away: the others hear of it once.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Reminder = TimeSpan.FromHours(1);
    private static readonly TimeSpan AskedAfter = TimeSpan.FromHours(2);

    public async Task<Match> Propose(Guid member, MeetingOffer offer)
    {
        await RequirePresent(member);
        var accepted = OfferRules.Accept(offer, await CityFor(member), Now);
        await Arrange(member, Upcoming.Propose(state.State.Present, member, accepted));
        return await Seen(member);
    }

    public async Task<Match> Agree(Guid member, int offer, DateTimeOffset at)
    {
        await RequirePresent(member);
        if (at <= Now)
            throw new Refused(Refusal.InThePast, nameof(MeetingOffer.Times));
        await Arrange(member, Upcoming.Agree(state.State.Present, member, offer, OfferRules.ToMinute(at)) ?? throw new Refused(Refusal.AlreadyDone, "Offer"));
        return await Seen(member);
    }

    public async Task<Match> CallOff(Guid member)
    {
        await RequirePresent(member);
        await Arrange(member, Upcoming.CallOff(member));
        return await Seen(member);
    }

    private Arrangement Upcoming => state.State.Arrangement.Upcoming(Now);

    /// <summary>Stores what was decided. Everything that follows is on the agenda first, and looks at what is stored when its time has come.</summary>
    private async Task Arrange(Guid by, Arrangement next)
    {
        var before = state.State.Arrangement;
        if (next.Sequence == before.Sequence && next.Made == before.Made && next.Offers.Count == before.Offers.Count)
            return;
        await Announce(by, before, next);
        await Store(state.State with { Arrangement = next }, by);
    }

    private async Task Announce(Guid by, Arrangement before, Arrangement next)
    {
        if (next.Sequence == before.Sequence)
            await Later($"offer:{by:N}", Now + Settling);
        else if (next.Agreed is null)
            await Later(string.Create(CultureInfo.InvariantCulture, $"off:{next.Sequence}:{by:N}"), Now);
        else
            await Plan(next.Sequence, next.Agreed.At);
    }

    private async Task Plan(int sequence, DateTimeOffset at)
    {
        await Later(string.Create(CultureInfo.InvariantCulture, $"agreed:{sequence}"), Now);
        if (at - Reminder > Now)
            await Later(string.Create(CultureInfo.InvariantCulture, $"soon:{sequence}"), at - Reminder);
        await Later(string.Create(CultureInfo.InvariantCulture, $"after:{sequence}"), at + AskedAfter);
    }

    private async Task TellOffer(Guid member)
    {
        if (state.State.Arrangement.Offers.GetValueOrDefault(member) is not { } offer)
            return;
        foreach (var partner in Others(member))
            await Notify(partner, new MeetingProposed(Id, member), $"offer:{Id}:{offer.Number}");
    }

    private async Task TellAgreed(string sequence)
    {
        if (!IsAgreed(sequence, out var number))
            return;
        foreach (var member in state.State.Present)
            await Notify(member, new MeetingAgreed(Id, number), $"agreed:{Id}:{number}");
    }

    private async Task TellCalledOff(string sequence, Guid by)
    {
        if (state.State.Arrangement.CalledOff is null || !IsPresent(sequence, out var number))
            return;
        foreach (var partner in Others(by))
            await Notify(partner, new MeetingCalledOff(Id, number, by), $"off:{Id}:{number}");
    }

    private async Task Remind(string sequence)
    {
        // Late rather than never, but not when it is over.
        if (!IsAgreed(sequence, out var number) || state.State.Arrangement.Agreed!.At + Meeting.Length <= Now)
            return;
        foreach (var member in state.State.Present)
            await Notify(member, new MeetingSoon(Id, number), $"soon:{Id}:{number}");
    }

    private bool IsAgreed(string sequence, out int number) => IsPresent(sequence, out number) && state.State.Arrangement.Agreed is not null;

    private bool IsPresent(string sequence, out int number) =>
        int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number == state.State.Arrangement.Sequence;

    private IEnumerable<Guid> Others(Guid member) => state.State.Present.Where(other => other != member);

    private async Task Notify(Guid member, Notice notice, string key)
    {
        if (await Find(member) is not null)
            await GrainFactory.GetGrain<IMemberGrain>(member).Notify(notice, key);
    }

    /// <summary>The city the partners share, as the reasons say; else the member's own.</summary>
    private async Task<string> CityFor(Guid member) =>
        state.State.Reasons.Select(reason => reason.City).FirstOrDefault(city => city is not null) ?? (await Find(member))?.Profile.City ?? "";
}
