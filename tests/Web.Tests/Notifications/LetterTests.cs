using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Weave.Agenda;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Shell;
using Xunit;
using Match = Weave.Matching.Match;

namespace Weave.Notifications;

/// <summary>What mails say. Nobody moves this server's clock, and each test reads all the mail it causes.</summary>
public sealed partial class LetterTests(MailApp weave) : IClassFixture<MailApp>
{
    private LetterWords Words => weave.Services.GetRequiredService<LetterWords>();

    [Theory]
    [InlineData("en", "A new round in Founders: are you in?", "until Wed 7:00", "Answer: ", "I'm in:")]
    [InlineData("ru", "Новый раунд в «Founders»: участвуете?", "до ср 19:00", "Ответить: ", "Участвую:")]
    public async Task An_invitation_names_the_deadline_in_the_members_zone_and_leads_to_the_answer(string language, string subject, string deadline, string link, string button)
    {
        var anna = await weave.Member("Anna", language);
        var slug = await weave.Community("Founders", anna);
        await Tell(anna, new RoundInvitation(new(slug, 3), new DateTimeOffset(2040, 3, 7, 18, 0, 0, TimeSpan.Zero)));

        var mail = await weave.Next();

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(deadline, mail.TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{link}https://weave.example.org/rounds/{slug}/3", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"{button}\nhttps://weave.example.org/answer/", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"href=\"https://weave.example.org/rounds/{slug}/3\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "A new round in Founders: you are in", "Founders: still time to answer", "Founders: shall we go on counting you in?")]
    [InlineData("ru", "Новый раунд в «Founders»: вы участвуете", "«Founders»: ещё можно ответить", "«Founders»: продолжать считать вас участником раундов?")]
    public async Task A_standing_yes_a_reminder_and_its_end_are_told(string language, string standing, string reminder, string ended)
    {
        var anna = await weave.Member("Anna", language);
        var slug = await weave.Community("Founders", anna);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(weave.Clock.GetUtcNow().AddDays(2)), anna);
        await Tell(anna, new RoundInvitation(id, weave.Clock.GetUtcNow().AddDays(2), Standing: true), new RoundReminder(id, weave.Clock.GetUtcNow().AddDays(2)), new StandingEnded(slug));

        Assert.Equal([standing, reminder, ended], [(await weave.Next()).Subject, (await weave.Next()).Subject, (await weave.Next()).Subject]);

        // What is no longer so is not sent.
        await weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString()).Answer(anna, RoundAnswer.Out);
        await Tell(anna, new RoundInvitation(id, weave.Clock.GetUtcNow().AddDays(3), Standing: true), new RoundReminder(id, weave.Clock.GetUtcNow().AddDays(3)), new NoMatchThisTime(id));
        Assert.Contains("Founders", (await weave.Next()).Subject, StringComparison.Ordinal);
        Assert.NotEqual(standing, reminder);
    }

    [Theory]
    [InlineData("en", "Welcome to Founders", "Founders: not this time", "No partner for you this time in Founders")]
    [InlineData("ru", "Добро пожаловать в «Founders»", "«Founders»: в этот раз отказ", "В «Founders» на этот раз без собеседника")]
    public async Task Decisions_and_a_round_without_partner_are_told(string language, string accepted, string declined, string nobody)
    {
        var anna = await weave.Member("Anna", language);
        var slug = await weave.Community("Founders", anna);
        await Tell(anna, new MembershipDecided(slug, true), new MembershipDecided(slug, false), new NoMatchThisTime(new(slug, 1)));

        Assert.Equal([accepted, declined, nobody], [(await weave.Next()).Subject, (await weave.Next()).Subject, (await weave.Next()).Subject]);
    }

    [Theory]
    [InlineData("en", "Boris asks to join Founders")]
    [InlineData("ru", "Boris просится в «Founders»")]
    public async Task Organizers_hear_of_a_request_as_long_as_it_waits(string language, string subject)
    {
        var anna = await weave.Member("Anna", language);
        var boris = await weave.Member("Boris", "en");
        var slug = await weave.Community("Founders", anna, Admission.ByApproval);
        var community = weave.Grains.GetGrain<ICommunityGrain>(slug);
        await community.Join(boris);
        // As the agenda does when the clock goes on.
        await weave.Grains.GetGrain<IDueGrain>(community.GetGrainId()).OnDue($"asked:{boris:N}");

        var mail = await weave.Next();

        Assert.Equal(subject, mail.Subject);
        Assert.Contains($"https://weave.example.org/c/{slug}/organize", mail.TextBody, StringComparison.Ordinal);
        await community.Decide(boris, true, anna);
        await Tell(anna, new MembershipAsked(slug, boris), new NoMatchThisTime(new(slug, 1)));
        Assert.DoesNotContain("Boris", (await weave.Next()).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Boris would like to meet you", "was with you in Club evening", "Boris would like to meet you too")]
    [InlineData("ru", "Boris хочет познакомиться с вами", "Вы оба были на встрече «Club evening»", "Boris тоже хочет познакомиться")]
    public async Task An_introduction_after_a_room_is_asked_for_and_agreed_to_by_mail(string language, string asked, string text, string agreed)
    {
        var (anna, boris) = (await weave.Member("Anna", language), await weave.Member("Boris", language));
        var slug = await weave.Community("Founders", anna);
        var community = weave.Grains.GetGrain<ICommunityGrain>(slug);
        await community.Join(boris);
        var id = await community.OpenRoom(new() { Title = "Club evening", StartsAt = weave.Clock.GetUtcNow() }, anna);
        var room = weave.Grains.GetGrain<Rooms.IRoomGrain>(id);
        await room.Join(anna, null, null);
        await room.Join(boris, null, null);
        await room.Close(anna, 0);

        await room.AskIntroduction(boris, 0);
        var mail = await weave.Next();
        Assert.Equal(asked, mail.Subject);
        Assert.Contains(text, mail.TextBody, StringComparison.Ordinal);

        // Two links decide it without a session; opening one does nothing, and what has been decided is not asked again.
        var links = AnswerLink().Matches(mail.TextBody!.ReplaceLineEndings("\n")).Select(link => new Uri(link.Value).PathAndQuery).ToList();
        using var browser = new Visitor(weave.Url);
        await browser.Open(links[1]);
        Assert.Contains("Boris", browser.Text, StringComparison.Ordinal);
        await browser.Open(links[0]);
        Assert.Single((await room.After(anna)).Asking);
        await browser.Send("answer");
        Assert.Equal("Boris", Assert.Single((await room.After(anna)).Met).Who.Name);
        await browser.Open(links[1]);
        Assert.Contains("This link does not work", browser.Text, StringComparison.Ordinal);
        await Tell(anna, new IntroductionAsked(id, boris), new IntroductionAgreed(id, boris));
        Assert.Equal([agreed.Replace("Boris", "Anna", StringComparison.Ordinal), agreed], new[] { (await weave.Next()).Subject, (await weave.Next()).Subject }.OrderBy(subject => subject, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "Founders: meet Boris <b>", "Looks for: A first customer", "Offers: Advice on hiring", "Write in Telegram: https://t.me/boris")]
    [InlineData("ru", "«Founders»: ваш собеседник — Boris <b>", "Ищет: A first customer", "Может помочь: Advice on hiring", "Написать в Telegram: https://t.me/boris")]
    public void A_match_shows_the_partner_the_reason_and_how_to_write(string language, string subject, string looksFor, string offers, string write)
    {
        var (match, reader) = Match(language);

        var letter = Languages.In(language, () => Words.Match(match, reader));

        Assert.Equal(subject, letter.Subject);
        var text = LetterBody.Text(letter);
        Assert.All([looksFor, offers, write, "Founder · Acme", "mailto:boris@example.org", "https://weave.example.org/matches/founders/3/7"],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
        var html = LetterBody.Html(letter, language);
        Assert.Contains("Boris &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>, ", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", MatchOutcome.Agreed, "Boris <b>: the time is agreed")]
    [InlineData("en", MatchOutcome.Met, "Boris <b> says you have met")]
    [InlineData("en", MatchOutcome.DidNotWorkOut, "Boris <b>: it did not work out")]
    [InlineData("ru", MatchOutcome.Agreed, "Boris <b>: время назначено")]
    [InlineData("ru", MatchOutcome.Met, "Boris <b> сообщает, что вы встретились")]
    [InlineData("ru", MatchOutcome.DidNotWorkOut, "Boris <b>: встреча не сложилась")]
    public void What_a_partner_says_is_told(string language, MatchOutcome outcome, string subject)
    {
        var (match, _) = Match(language);

        var letter = Languages.In(language, () => Words.Reported(new(match.Id, match.Partners[0].Card.Id, outcome), match));

        Assert.Equal(subject, letter!.Subject);
        Assert.Null(Words.Reported(new(match.Id, match.Partners[0].Card.Id, MatchOutcome.None), match));
        Assert.Null(Words.Reported(new(match.Id, Guid.CreateVersion7(), outcome), match));
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var texts = weave.Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<LetterTexts>>();
        string[] Keys(string language) => Languages.In(language, () => texts.GetAllStrings(includeParentCultures: false).Select(text => text.Name).Order(StringComparer.Ordinal).ToArray());

        Assert.NotEmpty(Keys("ru"));
        Assert.Equal(Keys("ru"), Languages.In("ru", () => texts.GetAllStrings(includeParentCultures: true).Select(text => text.Name).Order(StringComparer.Ordinal)));
    }

    private static (Match Match, LetterReader Reader) Match(string language)
    {
        var (anna, boris) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var profile = new Profile { Name = "Boris <b>", Headline = "Founder", Company = "Acme", LooksFor = "A first customer", Offers = "Advice on hiring" };
        var match = new Match
        {
            Id = new(new("founders", 3), 7),
            Community = "Founders",
            Partners =
            [
                new MatchPartner
                {
                    Card = new(boris, profile),
                    Telegram = new(8, "boris"),
                    Email = "boris@example.org",
                    Reason = new() { A = anna, B = boris },
                },
            ],
        };
        return (match, new(anna, language, TimeZoneInfo.Utc, new DateTimeOffset(2040, 3, 5, 9, 0, 0, TimeSpan.Zero)));
    }

    private async Task Tell(Guid member, params Notice[] notices)
    {
        foreach (var notice in notices)
            await weave.Grains.GetGrain<IMemberGrain>(member).Notify(notice, $"{notice}");
    }

    [GeneratedRegex(@"https://weave\.example\.org/answer/\S+")]
    private static partial Regex AnswerLink();
}
