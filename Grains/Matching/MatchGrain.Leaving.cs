using Weave.Members;
using Weave.Notifications;

namespace Weave.Matching;

/// <summary>Ending the match for some or all: by a block, for somebody else, or because a partner has left the community.</summary>
internal sealed partial class MatchGrain
{
    public async Task<Match> Judge(Guid member, Guid partner, Stance stance)
    {
        Require(member);
        if (!Members.Contains(partner))
            throw new Refused(Refusal.NotFound);
        if (stance == Stance.Blocked)
            await Later($"over:{member:N}:tell", Now);
        await Stances.Put(member, partner, stance);
        if (stance == Stance.Blocked)
            await Leave(member);
        return await Seen(member);
    }

    public async Task<Match> FindAnother(Guid member)
    {
        Require(member);
        var match = await Seen(member);
        if (!match.Waiting)
        {
            var round = await Round.Get(member);
            if (round.Match != Id || state.State.IsMet)
                throw new Refused(Refusal.MatchEnded);
            if (!(Now < round.RepairsUntil))
                throw new Refused(Refusal.TooLate);
            if (!match.CanFindAnother)
                throw new Refused(Refusal.TooEarly);
            await Later($"over:{member:N}:tell", Now);
            await Leave(member);
        }
        await Round.Wait(member);
        return await Seen(member);
    }

    public async Task Drop(Guid member)
    {
        if (!Members.Contains(member))
            return;
        await Later($"over:{member:N}:wait", Now);
        await Leave(member);
    }

    private async Task Leave(Guid member)
    {
        if (state.State.Left.Contains(member))
            return;
        var next = state.State with { Left = state.State.Left.Add(member) };
        next = next with
        {
            Arrangement = Upcoming.Without(next.Present, member),
            Silence = next.Silence with { Owing = next.Silence.Owing.Remove(member) },
        };
        if (next.Arrangement is { Agreed: { } meeting, Sequence: var sequence } && sequence != state.State.Arrangement.Sequence)
            await Plan(sequence, meeting.At);
        await state.Store(next);
    }

    private async Task TellOver(Guid member, bool othersWait)
    {
        if (!state.State.Left.Contains(member) || state.State.IsMet)
            return;
        var present = state.State.Present;
        // Of matches of the past nobody needs to hear.
        if (present.Count == 0 || await Round.Get(present[0]) is not { Phase: MatchRoundPhase.Conversation } round || round.Match != Id)
            return;
        if (present.Count > 1)
            foreach (var other in present)
                await Notify(other, new PartnerLeft(Id), $"left:{Id}:{member:N}");
        if (present.Count != 1)
            return;
        if (othersWait && Now < round.RepairsUntil)
            await Round.Wait(present[0]);
        await Notify(present[0], new MatchOver(Id), $"over:{Id}");
    }
}
