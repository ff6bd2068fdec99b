using System.Net;
using Xunit;

namespace Weave.Shell;

/// <summary>Pages shown in place of another.</summary>
public sealed class ErrorPageTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Theory]
    [InlineData("/nothing-of-the-kind", HttpStatusCode.NotFound)]
    [InlineData("/c/no-such-community", HttpStatusCode.NotFound)]
    [InlineData("/admin", HttpStatusCode.Forbidden)]
    public async Task Whoever_is_signed_in_keeps_the_places_in_the_header(string path, HttpStatusCode status)
    {
        using var anna = await new Visitor(weave.Url).SignIn("anna@example.org", "Anna Ivanova");

        await anna.Open(path);

        Assert.Equal(status, anna.Status);
        Assert.Contains("href=\"/matches\"", anna.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/sign-in\"", anna.Html, StringComparison.Ordinal);
    }
}
