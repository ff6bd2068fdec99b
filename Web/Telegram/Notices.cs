using System.Globalization;
using Weave.Matching;
using Weave.Members;
using Weave.Notifications;
using Weave.Rooms;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>Words what grains have to say, at the moment it is sent: in the language the member has then, and as things stand then.</summary>
internal sealed class Notices(IGrainFactory grains, RoundText rounds, MeetingText meetings, StandingText standings, Approvals approvals, RoomLiveText rooms, RoomNewsText roomNews, IntroductionNews introductions)
{
    /// <summary>The message; null when there is nothing to say any more.</summary>
    public async Task<BotMessage?> Word(OutboxMessage message)
    {
        if (message.Notice is ReadyMessage ready)
            return BotMessage.From(ready);
        if (message.Member is not { } id)
            return null;
        try
        {
            var reader = await grains.GetGrain<IMemberGrain>(id).Get();
            return await Languages.In(reader.Settings.Language, () => Word(message, reader));
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotFound or Refusal.NotAMember or Refusal.NotInTheRoom)
        {
            // The round, the match, the asker or the reader is gone since.
            return null;
        }
    }

    private async Task<BotMessage?> Word(OutboxMessage message, Member reader) => message.Notice switch
    {
        RoomNow now => await rooms.Word(now, long.Parse(message.Recipient, CultureInfo.InvariantCulture), reader),
        RoundInvitation invitation => await rounds.Invitation(invitation, reader),
        RoundReminder reminder => await rounds.Reminder(reminder.Round, reader),
        RoundPlaced placed => await rounds.Placed(placed, reader),
        StandingEnded ended => await standings.Ended(ended.Community, reader),
        MatchMade made => await rounds.Match(made.Match, reader),
        NoMatchThisTime none => await rounds.NoMatch(none.Round),
        PartnerReported reported => await rounds.Reported(reported.Match, reported.Partner, reported.Outcome, reader),
        MembershipAsked asked => await approvals.Asked(asked.Community, asked.Member),
        MembershipDecided decided => await approvals.Decided(decided.Community, decided.Accepted),
        IntroductionAsked asked => await introductions.Ask(asked, reader.Id),
        IntroductionAgreed agreed => await introductions.Tell(agreed, reader.Id),
        var notice when RoomNewsWords.About(notice) is { } room => await roomNews.Word(notice, room, reader),
        var notice => MeetingNewsWords.About(notice) is { } match ? await meetings.Word(notice, match, reader) : null,
    };
}
