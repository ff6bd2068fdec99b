using Weave.Communities;
using Weave.Matching;

namespace Weave.Demo;

/// <summary>Has the simulated members answer match rounds and say what became of their conversations.</summary>
internal sealed class DemoRounds(IGrainFactory grains)
{
    private readonly HashSet<(int Round, Guid Member)> _answered = [];
    private readonly HashSet<(int Round, Guid Member, MatchOutcome Outcome)> _reported = [];
    private readonly HashSet<(int Round, Guid Member)> _proposed = [];
    private readonly Dictionary<(int Round, MatchRoundPhase Phase), DateTimeOffset> _began = [];

    public async Task Step(DemoCast cast, DateTimeOffset now)
    {
        var number = (await grains.GetGrain<ICommunityGrain>(DemoCast.Slug).Get(cast.Organizer)).LatestRound;
        if (number == 0)
            return;
        var id = new MatchRoundId(DemoCast.Slug, number);
        var round = grains.GetGrain<IMatchRoundGrain>(id.ToString());
        var phase = (await round.Get(cast.Organizer)).Phase;
        if (!_began.TryGetValue((number, phase), out var began))
            _began[(number, phase)] = began = now;
        var seconds = (now - began).TotalSeconds;
        foreach (var (i, member) in cast.Members.Index())
        {
            // Each at their own pace: half a minute until the last has answered, two minutes until the last has met.
            if (phase == MatchRoundPhase.Inviting && seconds > i && i % 13 != 12 && _answered.Add((number, member.Id)))
                await round.Answer(member.Id, i % 9 == 8 ? RoundAnswer.Out : RoundAnswer.In);
            if (phase == MatchRoundPhase.Conversation && seconds > 2 * i)
                await Propose(id, member.Id, now);
            if (phase == MatchRoundPhase.Conversation && seconds > 60 + (2 * i) && i % 4 != 3)
                await Report(id, member.Id, MatchOutcome.Met);
        }
    }

    /// <summary>Proposes to meet online tomorrow or the day after, at noon and in the evening.</summary>
    private async Task Propose(MatchRoundId round, Guid member, DateTimeOffset now)
    {
        if (!_proposed.Add((round.Number, member)) || await Match(round, member) is not { } match)
            return;
        var tomorrow = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        await match.Propose(member, new MeetingOffer { Times = [tomorrow.AddHours(12), tomorrow.AddHours(41)] });
    }

    private async Task Report(MatchRoundId round, Guid member, MatchOutcome outcome)
    {
        if (!_reported.Add((round.Number, member, outcome)))
            return;
        if (await Match(round, member) is { } match)
            await match.Report(member, outcome);
    }

    private async Task<IMatchGrain?> Match(MatchRoundId round, Guid member) =>
        (await grains.GetGrain<IMatchListGrain>(member).List(0, 1)).Items is [var match] && match.Round == round
            ? grains.GetGrain<IMatchGrain>(match.ToString()) : null;
}
