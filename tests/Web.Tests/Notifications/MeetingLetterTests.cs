using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using MimeKit;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Shell;
using Xunit;

namespace Weave.Notifications;

/// <summary>A conversation by mail. Nobody moves this server's clock, and each test reads all the mail it causes.</summary>
public sealed partial class MeetingLetterTests(MailApp weave) : IClassFixture<MailApp>
{
    private static readonly DateTimeOffset At = new(2040, 3, 7, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "A proposal to meet: Boris", "Agree: ", "Agreed: ", "Boris has called the meeting off")]
    [InlineData("ru", "Предложение встретиться: Boris", "Согласиться: ", "Договорились: ", "Boris отменяет встречу")]
    public async Task A_proposal_is_agreed_to_by_a_link_and_the_calendar_entry_comes_by_mail(string language, string proposed, string agree, string agreed, string off)
    {
        var (anna, boris, match, id) = await Match(language);
        await match.Propose(boris, new MeetingOffer { Times = [At, At.AddHours(3)] });
        await Tell(anna, new MeetingProposed(id, boris));
        var mail = await weave.Next();
        Assert.Equal(proposed, mail.Subject);
        Assert.Contains(agree, mail.TextBody, StringComparison.Ordinal);

        // Opening the link does nothing; its button agrees, without a session.
        using var browser = new Visitor(weave.Url);
        await browser.Open(AnswerLink().Match(mail.TextBody!).Value);
        Assert.Null((await match.Get(anna)).Arrangement.Agreed);
        await browser.Send("answer");
        Assert.Equal(At, (await match.Get(anna)).Arrangement.Agreed?.At);

        await Tell(anna, new MeetingAgreed(id, 1), new MeetingProposed(id, boris));
        mail = await weave.Next();
        Assert.StartsWith(agreed, mail.Subject, StringComparison.Ordinal);
        Assert.Equal(("PUBLISH", At), (Entry(mail).Method, Entry(mail).Event.Start()));

        // The proposal is overtaken: of the two that were still to be told, only the second comes.
        await match.CallOff(boris);
        await Tell(anna, new MeetingAgreed(id, 1), new MeetingCalledOff(id, 2, boris));
        mail = await weave.Next();
        Assert.Equal(off, mail.Subject);
        Assert.Equal(("CANCEL", 2), (Entry(mail).Method, Entry(mail).Event.Sequence));
    }

    [Theory]
    [InlineData("en", "Have you met? Boris", "We met:")]
    [InlineData("ru", "Удалось встретиться? Boris", "Встретились:")]
    public async Task Have_you_met_is_answered_by_a_link(string language, string asked, string met)
    {
        var (anna, _, match, id) = await Match(language);
        await Tell(anna, new MeetingCheck(id));
        var mail = await weave.Next();
        Assert.Equal(asked, mail.Subject);
        Assert.Contains(met, mail.TextBody, StringComparison.Ordinal);

        using var browser = new Visitor(weave.Url);
        await browser.Open(AnswerLink().Match(mail.TextBody!).Value);
        await browser.Send("answer");
        Assert.Equal(MatchOutcome.Met, (await match.Get(anna)).Outcome);
        Assert.Contains($"/matches/{id}", browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Waiting for your answer: Boris", "Your match in Founders has ended")]
    [InlineData("ru", "Ждём вашего ответа: Boris", "Founders: это знакомство завершено")]
    public async Task Reminders_and_endings_are_told(string language, string waits, string over)
    {
        var (anna, boris, match, id) = await Match(language);
        await match.Propose(boris, new MeetingOffer { Times = [At] });
        await Tell(anna, new PartnerWaits(id));
        Assert.Equal(waits, (await weave.Next()).Subject);

        await match.Judge(boris, anna, Stance.Blocked);
        await Tell(anna, new MeetingProposed(id, boris), new MatchOver(id));
        var mail = await weave.Next();
        Assert.Equal(over, mail.Subject);
        Assert.DoesNotContain("Boris", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var texts = weave.Services.GetRequiredService<IStringLocalizer<MeetingTexts>>();
        string[] Keys(bool parents) => Languages.In("ru", () => texts.GetAllStrings(parents).Select(text => text.Name).Order(StringComparer.Ordinal).ToArray());

        Assert.NotEmpty(Keys(parents: false));
        Assert.Equal(Keys(parents: true), Keys(parents: false));
    }

    private async Task<(Guid Anna, Guid Boris, IMatchGrain Match, MatchId Id)> Match(string language)
    {
        var (anna, boris) = (await weave.Member("Anna", language), await weave.Member("Boris", "en"));
        var slug = await weave.Community("Founders", anna);
        var community = weave.Grains.GetGrain<ICommunityGrain>(slug);
        await community.Join(boris);
        var id = new MatchId(await community.OpenMatchRound(new(weave.Clock.GetUtcNow().AddDays(1)), anna), 1);
        var match = weave.Grains.GetGrain<IMatchGrain>(id.ToString());
        await match.Make([anna, boris], [], weave.Clock.GetUtcNow(), weave.Clock.GetUtcNow().AddDays(14));
        return (anna, boris, match, id);
    }

    private static (string Method, Ical.Net.CalendarComponents.CalendarEvent Event) Entry(MimeMessage mail)
    {
        var part = Assert.IsType<TextPart>(Assert.Single(mail.Attachments));
        Assert.Equal(("calendar", CalendarEntries.FileName), (part.ContentType.MediaSubtype, part.FileName));
        return CalendarReading.Read(part.Text.ReplaceLineEndings("\r\n"));
    }

    private async Task Tell(Guid member, params Notice[] notices)
    {
        foreach (var notice in notices)
            await weave.Grains.GetGrain<IMemberGrain>(member).Notify(notice, $"{notice}:{Guid.NewGuid()}");
    }

    [GeneratedRegex("/answer/[A-Za-z0-9_-]+")]
    private static partial Regex AnswerLink();
}
