using Weave.Communities;
using Weave.Contacts;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>What follows when a partner says how it went.</summary>
internal sealed partial class MatchGrain
{
    private async Task TellReport(Guid member)
    {
        if (!state.State.Reports.TryGetValue(member, out var report))
            return;
        foreach (var partner in (await Reachable()).Where(partner => partner != member))
            await Notify(partner, new PartnerReported(Id, member, report.Outcome), $"report:{Id}:{member:N}:{report.Number}");
    }

    private async Task RecordMeeting()
    {
        // The last word counts: it may have been another one by the time this is called.
        if (state.State.Reports.Values.Where(report => report.Outcome == MatchOutcome.Met).MinBy(report => report.At) is not { } met)
            return;
        var present = state.State.Present;
        await GrainFactory.GetGrain<IAcquaintancesGrain>(0).Record(present, $"match:{Id}", met.At);
        await Round.Met(Id.Number);
        var occasion = (await GrainFactory.GetGrain<ICommunityGrain>(Id.Round.Community).Get(null)).Settings.Name;
        var stances = await Stances.Among(present);
        var people = (await Task.WhenAll(present.Select(Find))).OfType<Member>().ToList();
        foreach (var owner in people)
            foreach (var other in people.Where(other => other.Id != owner.Id && !stances.AreApart(owner.Id, other.Id)))
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
}
