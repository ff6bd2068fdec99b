using System.Text.Json;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Shell;

namespace Weave.Notifications;

/// <summary>Makes a letter of a notice: looks up what it is about as it stands now, and words it in the reader's language.</summary>
internal sealed class Letters(IGrainFactory grains, LetterWords words, MeetingNewsWords news, TimeProvider time)
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
                RoundInvitation asked => await About(asked.Round.Community, reader, community => words.Invitation(asked, community, reader)),
                NoMatchThisTime none => await About(none.Round.Community, reader, community => words.NoMatch(none, community)),
                MembershipDecided decided => await About(decided.Community, reader, community => words.Decided(decided, community)),
                MembershipAsked asked => await Asked(asked, reader),
                MatchMade made => await About(made.Match, reader, match => words.Match(match, reader)),
                PartnerReported reported => await About(reported.Match, reader, match => words.Reported(reported, match)),
                ReadyMessage ready => Ready(ready),
                var notice when MeetingNewsWords.About(notice) is { } id => await About(id, reader, match => words.News(news.Say(notice, match, reader.Id, reader.Say), notice, match, reader)),
                _ => throw new NotSupportedException($"Mail has no words for {message.Notice.GetType().Name}."),
            };
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotFound or Refusal.NotAMember)
        {
            return null;
        }
    }

    private static Letter? In(LetterReader reader, Func<Letter?> write) => Languages.In(reader.Language, write);

    private async Task<LetterReader> Reader(OutboxMessage message)
    {
        var zone = message.Member is { } id ? (await grains.GetGrain<IMemberGrain>(id).Get()).Profile.TimeZone : "Etc/UTC";
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
