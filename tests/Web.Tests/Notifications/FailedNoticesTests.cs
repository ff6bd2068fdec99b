using System.Net;
using System.Text.RegularExpressions;
using Weave.Members;
using Xunit;

namespace Weave.Notifications;

/// <summary>The administrators' list of what could not be sent.</summary>
public sealed partial class FailedNoticesTests : IAsyncLifetime
{
    private readonly MailApp _weave = new();

    public ValueTask InitializeAsync() => _weave.InitializeAsync();

    public ValueTask DisposeAsync() => _weave.DisposeAsync();

    [Fact]
    public async Task An_administrator_sees_what_failed_and_why_and_nothing_of_what_it_says_and_sends_it_again()
    {
        var secret = await _weave.OfferSetup();
        using var admin = new Visitor(_weave.Url);
        await admin.Open($"/setup?key={secret}");
        await admin.Send("setup", ("Name", "Rita"), ("Address", "rita@example.org"));
        _weave.Smtp.Answer("RCPT", "550 No such user here");
        await _weave.Enqueue(MailApp.To("anna@example.org", "Private"));
        Assert.Equal(DeliveryResult.Dead, (await _weave.Reported()).Result);

        await admin.Open("/admin");

        Assert.Contains("Mail: 1", admin.Text, StringComparison.Ordinal);
        Assert.Contains("550 No such user here", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Private", admin.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("anna@", admin.Html, StringComparison.Ordinal);

        await admin.Send("failed", ("What", RetryButton().Match(admin.Html).Groups[1].Value));
        Assert.Equal("Private", (await _weave.Next()).Subject);
        Assert.DoesNotContain("Mail: 1", (await admin.Open("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_or_touches_it()
    {
        var anna = await _weave.Member("Anna", "en");
        var link = OneTimeSecret.New();
        await _weave.Grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(link))
            .Issue(new OneTimeGrant { Purpose = OneTimePurpose.SignInFromTelegram, Member = anna }, TimeSpan.FromMinutes(15));
        using var visitor = new Visitor(_weave.Url);
        await visitor.Open($"/sign-in/{link}");
        await visitor.Send("open");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/admin")).Status);
    }

    [GeneratedRegex("value=\"(retry:email:\\d+)\"")]
    private static partial Regex RetryButton();
}
