using System.Text.RegularExpressions;
using MimeKit;
using Xunit;
using static Weave.Notifications.MailApp;

namespace Weave.Notifications;

/// <summary>How mail is sent. Each test has a mail server and a clock to itself.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    private readonly MailApp _weave = new();

    public ValueTask InitializeAsync() => _weave.InitializeAsync();

    public ValueTask DisposeAsync() => _weave.DisposeAsync();

    [Fact]
    public async Task Somebody_new_signs_in_by_the_link_in_the_mail_and_by_no_other_and_the_log_tells_nobody()
    {
        using var anna = new Visitor(_weave.Url);
        await anna.Open("/sign-in");
        await anna.Send("sign-in", ("Address", "Anna@Example.org"));
        Assert.DoesNotContain("/sign-in/", anna.Html, StringComparison.Ordinal);

        var mail = await _weave.Next();
        await _weave.Reported();
        Assert.Equal("anna@example.org", mail.To.Mailboxes.Single().Address);
        Assert.Equal("weave pass word", _weave.Smtp.SignedIn);
        var link = Link().Match(mail.TextBody!);
        Assert.Contains($"href=\"{link.Value}\"", mail.HtmlBody, StringComparison.Ordinal);
        await anna.Open(new Uri(link.Value).PathAndQuery);
        await anna.Send("open", ("Name", "Anna"));

        // Who is signed in is sent on from there.
        await anna.Open("/sign-in");
        Assert.DoesNotContain("sign-in", anna.Path, StringComparison.Ordinal);
        Assert.Contains(_weave.Log, line => line.Contains(nameof(SignInMail), StringComparison.Ordinal));
        Assert.DoesNotContain(_weave.Log, line => ((string[])[link.Groups[1].Value, "pass word", "anna@", "Anna@"]).Any(secret => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mail_is_marked_as_automatic_and_dated_by_our_clock()
    {
        await _weave.Enqueue(To("anna@example.org", "One"));

        var mail = await _weave.Next();

        Assert.Equal("Weave", mail.From.Mailboxes.Single().Name);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(_weave.Clock.GetUtcNow(), mail.Date);
        Assert.EndsWith("@example.org", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(mail.Body).Select(part => part.ContentType.MimeType));
    }

    [Fact]
    public async Task Mails_that_wait_together_share_one_connection()
    {
        await _weave.Enqueue([.. Enumerable.Range(0, 5).Select(i => To($"{i}@example.org", $"{i}"))]);
        for (var i = 0; i < 5; i++)
            await _weave.Next();
        await _weave.Goodbye();

        Assert.Equal(1, _weave.Smtp.Connections);
    }

    [Fact]
    public async Task A_mail_refused_for_now_is_sent_later()
    {
        _weave.Smtp.Answer("RCPT", "450 Too busy", "450 Too busy");
        await _weave.Enqueue(To("anna@example.org", "One"));

        Assert.Equal((DeliveryResult.Later, false), await Reported());
        _weave.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((DeliveryResult.Later, false), await Reported());
        _weave.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("One", (await _weave.Next()).Subject);
        Assert.Equal((DeliveryResult.Sent, false), await Reported());
        Assert.False(_weave.Smtp.HasMore);
    }

    [Fact]
    public async Task A_recipient_who_does_not_exist_holds_nobody_up_and_is_not_tried_again()
    {
        _weave.Smtp.Answer("RCPT", "550 No such user");
        await _weave.Enqueue(To("nobody@example.org", "Lost"), To("anna@example.org", "One"));
        Assert.Equal((DeliveryResult.Dead, false), await Reported());
        Assert.Equal("One", (await _weave.Next()).Subject);
        Assert.Equal((DeliveryResult.Sent, false), await Reported());

        _weave.Clock.Advance(TimeSpan.FromSeconds(15));

        await _weave.Enqueue(To("boris@example.org", "Two"));
        Assert.Equal("Two", (await _weave.Next()).Subject);
        Assert.Equal((DeliveryResult.Sent, false), await Reported());
        Assert.False(_weave.Smtp.HasMore);
    }

    [Fact]
    public async Task A_wrong_password_costs_no_mail_and_is_not_logged()
    {
        _weave.Smtp.Answer("AUTH", "535 Wrong password");
        await _weave.Enqueue(To("anna@example.org", "One"), To("boris@example.org", "Two"));
        Assert.Equal((DeliveryResult.Later, true), await Reported());
        Assert.Equal((DeliveryResult.Later, true), await Reported());

        _weave.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["One", "Two"], [(await _weave.Next()).Subject, (await _weave.Next()).Subject]);
        Assert.Contains(_weave.Log, line => line.Contains("does not take mail", StringComparison.Ordinal));
        Assert.DoesNotContain(_weave.Log, line => line.Contains("pass word", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_broken_in_mid_send_repeats_that_mail_alone_and_with_the_same_id()
    {
        _weave.Smtp.Answer("END", "250 taken", SmtpServer.HangUp);
        await _weave.Enqueue(To("anna@example.org", "One"), To("boris@example.org", "Two"), To("clara@example.org", "Three"));
        Assert.Equal((DeliveryResult.Sent, false), await Reported());
        Assert.Equal((DeliveryResult.Later, true), await Reported());
        Assert.Equal((DeliveryResult.Later, true), await Reported());

        _weave.Clock.Advance(TimeSpan.FromSeconds(10));

        MimeMessage[] mails = [await _weave.Next(), await _weave.Next(), await _weave.Next(), await _weave.Next()];
        Assert.Equal(["One", "Two", "Two", "Three"], mails.Select(mail => mail.Subject));
        Assert.Equal(mails[1].MessageId, mails[2].MessageId);
        Assert.Equal(3, mails.DistinctBy(mail => mail.MessageId).Count());
        await _weave.Reported();
        await _weave.Reported();
        Assert.False(_weave.Smtp.HasMore);
    }

    [Fact]
    public async Task What_is_past_or_gone_is_not_told()
    {
        var anna = await _weave.Member("Anna", "en");
        var slug = await _weave.Community("Founders", anna);
        await _weave.Enqueue(
            Of(new RoundInvitation(new(slug, 1), _weave.Clock.GetUtcNow()), anna),
            Of(new NoMatchThisTime(new("c-nowhere", 1)), anna),
            Of(new MembershipDecided(slug, true), Guid.CreateVersion7()),
            To("boris@example.org", "Still here"));

        for (var i = 0; i < 4; i++)
            Assert.Equal((DeliveryResult.Sent, false), await Reported());

        Assert.Equal("Still here", (await _weave.Next()).Subject);
        Assert.False(_weave.Smtp.HasMore);
    }

    private async Task<(DeliveryResult Result, bool Everyone)> Reported()
    {
        var delivery = await _weave.Reported();
        return (delivery.Result, delivery.Everyone);
    }

    [GeneratedRegex(@"https://weave\.example\.org/sign-in/(\S+)")]
    private static partial Regex Link();
}
