using Weave.Matching;

namespace Weave.Notifications;

/// <summary>Does what a link of a mail says.</summary>
internal sealed class MailAnswers(IGrainFactory grains)
{
    public Task Do(MailAnswer answer) => answer.Verb switch
    {
        MailVerb.In => Answer(answer, RoundAnswer.In),
        MailVerb.Out => Answer(answer, RoundAnswer.Out),
        _ => throw new Refused(Refusal.NotFound),
    };

    private Task Answer(MailAnswer answer, RoundAnswer what) => grains.GetGrain<IMatchRoundGrain>(answer.Subject).Answer(answer.Member, what);
}
