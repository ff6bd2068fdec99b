using Weave.Notifications;

namespace Weave.Matching;

/// <summary>Making the matches and telling their partners, in turns that can be repeated: many at a time, in few transactions.</summary>
internal sealed partial class MatchRoundGrain
{
    private const int ToldAtOnce = 500;
    private const int MadeAtOnce = 100;

    /// <summary>The next matches; when all are told, the conversations begin.</summary>
    private async Task Tell()
    {
        if (state.State.Phase != MatchRoundPhase.Pairing || state.State.SendsAt > time.GetUtcNow())
            return;
        await Pair();
        await Release();
        var matches = await Table.Untold(ToldAtOnce);
        await Tell(matches, state.State.PairedAt);
        var leftOver = matches.Count == ToldAtOnce ? [] : await Table.UntoldLeftOver(ToldAtOnce);
        await TellLeftOver(leftOver);
        if (matches.Count == ToldAtOnce || leftOver.Count == ToldAtOnce)
            await Agenda.Put(this.GetGrainId(), "tell", time.GetUtcNow());
        else
            await state.Store(state.State with { Phase = MatchRoundPhase.Conversation });
    }

    private async Task Tell(IReadOnlyList<(int Number, PlannedMatch Match)> matches, DateTimeOffset made)
    {
        foreach (var some in matches.Chunk(MadeAtOnce))
            await Task.WhenAll(some.Select(one => GrainFactory.GetGrain<IMatchGrain>(new MatchId(Id, one.Number).ToString()).Make(one.Match.Members, one.Match.Reasons, made, Ends)));
        await Table.PutPartners(matches, made);
        await GrainFactory.Announce(matches.SelectMany(one => one.Match.Members.Select(member =>
            (member, (Notice)new MatchMade(new(Id, one.Number)), $"match:{new MatchId(Id, one.Number)}"))));
        await Table.Told(matches);
    }

    private async Task TellLeftOver(IReadOnlyList<Guid> members)
    {
        await GrainFactory.Announce(members.Select(member => (member, (Notice)new NoMatchThisTime(Id), $"nomatch:{Id}")));
        await Table.ToldLeftOver(members);
    }
}
