using Weave.Matching;
using Weave.Rooms;

namespace Weave.Notifications;

/// <summary>Does what a link of a mail says.</summary>
internal sealed class MailAnswers(IGrainFactory grains, TimeProvider time)
{
    public Task Do(MailAnswer answer) => answer.Verb switch
    {
        MailVerb.In => Answer(answer, RoundAnswer.In),
        MailVerb.Out => Answer(answer, RoundAnswer.Out),
        MailVerb.Stop => Stop(answer.Subject, answer.Member),
        MailVerb.Met => grains.GetGrain<IMatchGrain>(answer.Subject).Report(answer.Member, MatchOutcome.Met),
        MailVerb.DidNotWorkOut => grains.GetGrain<IMatchGrain>(answer.Subject).Report(answer.Member, MatchOutcome.DidNotWorkOut),
        MailVerb.Agree => Agree(TimeChosen.Parse(answer.Subject), answer.Member),
        MailVerb.Come => Room(answer).Register(answer.Member),
        MailVerb.NotCome => Room(answer).Unregister(answer.Member),
        MailVerb.Introduce => Introduce(AskerChosen.Parse(answer.Subject), answer.Member, agree: true),
        MailVerb.NoIntroduction => Introduce(AskerChosen.Parse(answer.Subject), answer.Member, agree: false),
        _ => throw new Refused(Refusal.NotFound),
    };

    private Task Introduce(AskerChosen asker, Guid member, bool agree) => grains.GetGrain<IRoomGrain>(asker.Room).AnswerIntroduction(member, asker.Number, agree);

    private IRoomGrain Room(MailAnswer answer) => grains.GetGrain<IRoomGrain>(Guid.ParseExact(answer.Subject, "N"));

    private Task Answer(MailAnswer answer, RoundAnswer what) => grains.GetGrain<IMatchRoundGrain>(answer.Subject).Answer(answer.Member, what);

    private Task<Match> Agree(TimeChosen chosen, Guid member) => grains.GetGrain<IMatchGrain>(chosen.Match.ToString()).Agree(member, chosen.Offer, chosen.At);

    /// <summary>The longest pause: who wants to be asked again before ends it, and nobody has left anything.</summary>
    private Task Stop(string community, Guid member) => grains.GetGrain<IStandingGrain>(community).Pause(member, time.GetUtcNow() + IStandingGrain.LongestPause - TimeSpan.FromDays(1));
}
