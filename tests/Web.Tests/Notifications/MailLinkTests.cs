using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Weave.Communities;
using Weave.Matching;
using Xunit;

namespace Weave.Notifications;

/// <summary>Buttons in mails: for members who have no other way than mail, and no session.</summary>
public sealed partial class MailLinkTests : IAsyncLifetime
{
    private readonly MailApp _weave = new();

    public ValueTask InitializeAsync() => _weave.InitializeAsync();

    public ValueTask DisposeAsync() => _weave.DisposeAsync();

    [Fact]
    public async Task An_invitation_is_answered_by_a_button_of_the_mail_and_one_of_the_page()
    {
        var (anna, round, mail) = await Invited();
        using var browser = new Visitor(_weave.Url);
        await browser.Open(Links(mail)[0]);
        Assert.Contains("You answer as Anna", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoundAnswer.None, (await Round(round).Get(anna)).Answer);

        await browser.Send("answer");
        Assert.Contains("You are in", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoundAnswer.In, (await Round(round).Get(anna)).Answer);
        await browser.Open(Links(mail)[0]);
        await browser.Send("answer");
        await browser.Open(Links(mail)[1]);
        await browser.Send("answer");
        Assert.Equal(RoundAnswer.Out, (await Round(round).Get(anna)).Answer);
    }

    [Fact]
    public async Task A_link_ends_with_the_time_to_answer_and_one_nobody_signed_is_none()
    {
        var (anna, round, mail) = await Invited();
        var link = Links(mail)[0];
        using var browser = new Visitor(_weave.Url);
        await browser.Open($"{link[..^4]}AAAA");
        Assert.Contains("does not work", browser.Text, StringComparison.Ordinal);
        await browser.Open(link);
        _weave.Clock.Advance(TimeSpan.FromDays(1));

        await browser.Send("answer");

        Assert.Contains("expired", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoundAnswer.None, (await Round(round).Get(anna)).Answer);
    }

    [Fact]
    public async Task A_mail_program_stops_invitations_with_one_request()
    {
        var (anna, round, mail) = await Invited();
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var address = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>').Replace(" ", "", StringComparison.Ordinal)).PathAndQuery;
        using var program = new HttpClient { BaseAddress = _weave.Url };

        using var opened = await program.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Null((await Standing(round, anna)).PausedUntil);
        using var wrong = await Post(program, address, "something=else");
        using var stopped = await Post(program, address, "List-Unsubscribe=One-Click");
        using var again = await Post(program, address, "List-Unsubscribe=One-Click");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.OK), (opened.StatusCode, wrong.StatusCode, stopped.StatusCode, again.StatusCode));
        Assert.True((await Standing(round, anna)).PausedUntil > _weave.Clock.GetUtcNow().AddDays(300));
    }

    [Fact]
    public async Task A_link_for_one_thing_does_no_other()
    {
        var (anna, round, mail) = await Invited();
        using var program = new HttpClient { BaseAddress = _weave.Url };

        using var answer = await Post(program, Links(mail)[0].Replace("/answer/", "/unsubscribe/", StringComparison.Ordinal), "List-Unsubscribe=One-Click");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await Standing(round, anna)).PausedUntil);
        Assert.DoesNotContain(_weave.Log, line => line.Contains(Links(mail)[0]["/answer/".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_link_says_is_signed()
    {
        var links = _weave.Services.GetRequiredService<MailLinks>();
        var answer = new MailAnswer(MailVerb.Out, "founders/3", Guid.CreateVersion7(), _weave.Clock.GetUtcNow().AddDays(1));

        Assert.Equal(answer, links.Read(new Uri(links.Page(answer)).Segments[^1]));
        Assert.All([null, "", "AAAA", "%%%", new string('A', 5000)], token => Assert.Throws<Refused>(() => links.Read(token)));
    }

    private async Task<(Guid Anna, MatchRoundId Round, MimeMessage Mail)> Invited()
    {
        var anna = await _weave.Member("Anna", "en");
        var slug = await _weave.Community("Founders", anna);
        var round = await _weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(_weave.Clock.GetUtcNow().AddHours(12)), anna);
        await _weave.Grains.GetGrain<Members.IMemberGrain>(anna).Notify(new RoundInvitation(round, _weave.Clock.GetUtcNow().AddHours(12)), $"round:{round}");
        return (anna, round, await _weave.Next());
    }

    private IMatchRoundGrain Round(MatchRoundId id) => _weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString());

    private Task<Standing> Standing(MatchRoundId round, Guid member) => _weave.Grains.GetGrain<IStandingGrain>(round.Community).Get(member);

    /// <summary>The paths of the answers, in the order of the mail.</summary>
    private static IReadOnlyList<string> Links(MimeMessage mail) =>
        [.. Answer().Matches(mail.TextBody!.ReplaceLineEndings("\n")).Select(link => new Uri(link.Value).PathAndQuery)];

    private static async Task<HttpResponseMessage> Post(HttpClient program, string address, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return await program.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"https://weave\.example\.org/answer/\S+")]
    private static partial Regex Answer();
}
