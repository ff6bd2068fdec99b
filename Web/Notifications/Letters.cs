using System.Text.Json;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Rooms;
using Weave.Shell;

namespace Weave.Notifications;

/// <summary>Makes a letter of a notice: looks up what it is about as it stands now, and words it in the reader's language.</summary>
internal sealed class Letters(
    IGrainFactory grains, LetterWords words, MeetingLetters meetings, IntroductionNews introductions, RoomLetters rooms, TimeProvider time)
{
    /// <summary>The letter; null when there is nothing left to tell: what it was about, or whom it was for, is gone or past.</summary>
    public async Task<Letter?> Write(OutboxMessage message)
    {
        try
        {
            var reader = await Reader(message);
            return message.Notice switch
            {
                SignInMail { Expires: var expires } signIn => expires > reader.Now ? In(reader, () => words.SignIn(signIn, reader)) : null,
                RoundInvitation { Deadline: var deadline } asked when deadline <= reader.Now => null,
                RoundInvitation { Standing: true } asked => await Standing(asked, reader),
                RoundReminder { Deadline: var deadline } when deadline <= reader.Now => null,
                RoundReminder reminder => await Reminder(reminder, reader),
                RoundPlaced placed => await Placed(placed, reader),
                StandingEnded ended => await Ended(ended, reader),
                RoundInvitation asked => await About(asked.Round.Community, reader, community => words.Invitation(asked, community, reader)),
                NoMatchThisTime none => await About(none.Round.Community, reader, community => words.NoMatch(none, community)),
                MembershipDecided decided => await About(decided.Community, reader, community => words.Decided(decided, community)),
                MembershipAsked asked => await Asked(asked, reader),
                IntroductionAsked asked => await Languages.In(reader.Language, () => introductions.Asked(asked, reader.Id)),
                IntroductionAgreed agreed => await Languages.In(reader.Language, () => introductions.Agreed(agreed, reader.Id)),
                MatchMade made => await About(made.Match, reader, match => words.Match(match, reader)),
                PartnerReported reported => await About(reported.Match, reader, match => words.Reported(reported, match)),
                // Only a chat shows it.
                RoomNow => null,
                ReadyMessage ready => Ready(ready),
                var notice when MeetingNewsWords.About(notice) is { } id => await About(id, reader, match => meetings.Write(notice, match, reader)),
                var notice when RoomNewsWords.About(notice) is { } id => await About(id, notice, reader),
                _ => throw new NotSupportedException($"Mail has no words for {message.Notice.GetType().Name}."),
            };
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotFound or Refusal.NotAMember or Refusal.NotInTheRoom)
        {
            return null;
        }
    }

    private static Letter? In(LetterReader reader, Func<Letter?> write) => Languages.In(reader.Language, write);

    private async Task<LetterReader> Reader(OutboxMessage message)
    {
        var zone = message.Member is { } id ? (await grains.GetGrain<IMemberGrain>(id).Get()).Profile.TimeZone : Profile.UnknownZone;
        return new(message.Member, message.Language, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc, time.GetUtcNow());
    }

    private async Task<Letter?> About(string community, LetterReader reader, Func<Community, Letter> write)
    {
        var about = await grains.GetGrain<ICommunityGrain>(community).Get(reader.Member);
        return In(reader, () => write(about));
    }

    private async Task<Letter?> About(MatchId match, LetterReader reader, Func<Match, Letter?> write)
    {
        var about = await grains.GetGrain<IMatchGrain>(match.ToString()).Get(reader.Id);
        return In(reader, () => write(about));
    }

    private async Task<Letter?> About(Guid room, Notice notice, LetterReader reader)
    {
        var page = await grains.GetGrain<IRoomGrain>(room).Page(reader.Id);
        var community = await grains.GetGrain<ICommunityGrain>(page.Community).Get(null);
        return In(reader, () => rooms.Write(notice, page, community, reader));
    }

    /// <summary>For those who are in unless they skip; nothing for those who have skipped meanwhile.</summary>
    private async Task<Letter?> Standing(RoundInvitation asked, LetterReader reader) => (await Round(asked.Round, reader)).Answer == RoundAnswer.Out
        ? null
        : await About(asked.Round.Community, reader, community => words.Standing(asked, community, reader));

    /// <summary>Nothing for those who have answered meanwhile, or are paused.</summary>
    private async Task<Letter?> Reminder(RoundReminder reminder, LetterReader reader) =>
        await Round(reminder.Round, reader) is { Answer: RoundAnswer.None, Phase: MatchRoundPhase.Inviting, PausedUntil: null }
            ? await About(reminder.Round.Community, reader, community => words.Reminder(reminder, community, reader))
            : null;

    private async Task<Letter?> Placed(RoundPlaced placed, LetterReader reader) =>
        await Round(placed.Round, reader) is { Match: null } round && (round.Answer == RoundAnswer.In) == placed.In
            ? await About(placed.Round.Community, reader, community => words.Placed(placed, community, round, reader))
            : null;

    private async Task<Letter?> Ended(StandingEnded ended, LetterReader reader) =>
        (await grains.GetGrain<IStandingGrain>(ended.Community).Get(reader.Id)).Choice == StandingChoice.In
            ? null
            : await About(ended.Community, reader, words.Ended);

    private Task<MatchRound> Round(MatchRoundId id, LetterReader reader) => grains.GetGrain<IMatchRoundGrain>(id.ToString()).Get(reader.Id);

    private async Task<Letter?> Asked(MembershipAsked asked, LetterReader reader)
    {
        var community = grains.GetGrain<ICommunityGrain>(asked.Community);
        if (await community.Status(asked.Member) != MembershipStatus.Waiting)
            return null;
        var card = await grains.GetGrain<IMemberGrain>(asked.Member).Card();
        return await About(asked.Community, reader, about => words.Asked(about, card));
    }

    /// <summary>What an edge has worded already; for mail it is a <see cref="WordedMail"/>.</summary>
    private static Letter? Ready(ReadyMessage ready) => JsonSerializer.Deserialize<WordedMail>(ready.Body, JsonSerializerOptions.Web) is { } mail
        ? new(mail.Subject, [new LetterPart.Paragraph(mail.Text)])
        : null;
}
