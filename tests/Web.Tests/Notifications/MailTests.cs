using System.Text.RegularExpressions;
using MimeKit;
using Xunit;
using static Weave.Notifications.MailApp;

namespace Weave.Notifications;

/// <summary>Each test has a server and a clock to itself.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    private readonly MailApp _weave = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _weave.InitializeAsync();

    public ValueTask DisposeAsync() => _weave.DisposeAsync();

    [Fact]
    public async Task Somebody_new_signs_in_by_the_link_in_the_mail_and_by_no_other()
    {
        using var anna = new Visitor(_weave.Url);
        await anna.Open("/sign-in");
        await anna.Send("sign-in", ("Address", "Anna@Example.org"));
        Assert.DoesNotContain("/sign-in/", anna.Html, StringComparison.Ordinal);

        var mail = await _weave.Next();
        Assert.Equal("anna@example.org", mail.To.Mailboxes.Single().Address);
        var link = Link().Match(mail.TextBody!).Value;
        await anna.Open(new Uri(link).PathAndQuery);
        await anna.Send("open", ("Name", "Anna"));

        // Who is signed in is sent on from there.
        await anna.Open("/sign-in");
        Assert.Equal("/", anna.Path);
        Assert.Equal("weave pass word", _weave.Smtp.SignedIn);
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
        await _weave.Smtp.Goodbye(Stop);

        Assert.Equal(1, _weave.Smtp.Connections);
    }

    [Fact]
    public async Task A_temporary_failure_is_tried_again()
    {
        _weave.Smtp.Answer("RCPT", "450 Too busy");
        await _weave.Enqueue(To("anna@example.org", "One"));
        await _weave.Smtp.Goodbye(Stop);
        Assert.False(_weave.Smtp.HasMore);

        _weave.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("One", (await _weave.Next()).Subject);
    }

    [Fact]
    public async Task A_recipient_who_does_not_exist_holds_nobody_up_and_is_not_tried_again()
    {
        _weave.Smtp.Answer("RCPT", "550 No such user");
        await _weave.Enqueue(To("nobody@example.org", "Lost"));
        await _weave.Smtp.Goodbye(Stop);

        await _weave.Enqueue(To("anna@example.org", "One"));
        Assert.Equal("One", (await _weave.Next()).Subject);
        _weave.Clock.Advance(TimeSpan.FromHours(1));
        await _weave.Enqueue(To("boris@example.org", "Two"));
        Assert.Equal("Two", (await _weave.Next()).Subject);
    }

    [Fact]
    public async Task A_server_that_does_not_know_us_costs_no_mail()
    {
        _weave.Smtp.Answer("AUTH", "535 Wrong password");
        await _weave.Enqueue(To("anna@example.org", "One"));
        await PutOff(1);

        _weave.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("One", (await _weave.Next()).Subject);
    }

    /// <summary>Waits until so many mails have been reported as put off.</summary>
    private async Task PutOff(int mails)
    {
        while ((await _weave.PutOff()).Count < mails)
            Stop.ThrowIfCancellationRequested();
    }

    [GeneratedRegex(@"https://weave\.example\.org/sign-in/\S+")]
    private static partial Regex Link();
}
