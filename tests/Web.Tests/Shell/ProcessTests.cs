using System.Net;
using Xunit;

namespace Weave.Shell;

public sealed class ProcessTests
{
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    [Fact]
    public async Task Asked_to_stop_it_leaves_in_order()
    {
        await using var weave = await WeaveProcess.Start();

        Assert.Equal(0, await weave.Stop());
        Assert.DoesNotContain("fail", weave.Output(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Killed_and_started_again_it_is_where_it_was_with_the_same_keys()
    {
        await using var weave = await WeaveProcess.Start();
        using var client = new HttpClient { BaseAddress = weave.Url };
        Assert.Equal(HttpStatusCode.OK, await Status(client));
        string[] keys = Keys();

        await weave.Kill();
        await Assert.ThrowsAsync<HttpRequestException>(() => Status(client));
        await weave.Start();

        Assert.Equal(HttpStatusCode.OK, await Status(client));
        Assert.Equal(keys, Keys());

        string[] Keys() => Directory.GetFiles(Path.Combine(weave.Folder, "keys"));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_is_named_and_nothing_starts()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Clustering__SiloPort"] = "70000" };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => WeaveProcess.Start(settings));

        Assert.Contains("SiloPort must be between 0 and 65535", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Weave.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_every_line_of_the_log_is_json()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        };
        await using var weave = await WeaveProcess.Start(settings);

        Assert.StartsWith("{", await weave.Said("Now listening on"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client)
    {
        using var answer = await client.GetAsync(Ready, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
