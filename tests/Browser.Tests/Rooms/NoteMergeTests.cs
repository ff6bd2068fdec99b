using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Weave.Rooms;

/// <summary>The browser's merging of a table's note, as room-merge.ts has it: nothing that anybody typed is lost.</summary>
public sealed class NoteMergeTests(Chromium chromium) : IAsyncLifetime
{
    private IPage _page = default!;

    public async ValueTask InitializeAsync()
    {
        _page = await chromium.Browser.NewPageAsync();
        var client = Path.Combine(Repository.Web, "Client");
        var start = new ProcessStartInfo(Path.Combine(client, "node_modules", ".bin", "esbuild"), ["src/room-merge.ts", "--bundle", "--format=iife", "--global-name=note"])
        {
            WorkingDirectory = client,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var esbuild = Process.Start(start)!;
        await _page.AddScriptTagAsync(new() { Content = await esbuild.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)) });
    }

    public async ValueTask DisposeAsync() => await _page.CloseAsync();

    [Theory]
    [InlineData("", "mine", "", "mine")]
    [InlineData("", "", "theirs", "theirs")]
    [InlineData("same", "same", "same", "same")]
    [InlineData("base", "base", "base and theirs", "base and theirs")]
    [InlineData("base", "base ", "base and theirs", "base and theirs")]
    [InlineData("base", "base and mine", "base", "base and mine")]
    [InlineData("base", "the same words", "the same words", "the same words")]
    [InlineData("base", "base\nmine", "base\ntheirs", "base\ntheirs\nmine")]
    [InlineData("base", "base\nmine", "another base", "another base\nmine")]
    [InlineData("base", "another base", "base\ntheirs", "another base\ntheirs")]
    [InlineData("base", "all mine", "all theirs", "all theirs\nall mine")]
    public async Task What_both_typed_is_kept(string before, string mine, string theirs, string both) => Assert.Equal(both, await Merge(before, mine, theirs));

    [Fact]
    public async Task Whatever_is_typed_no_line_that_somebody_has_added_is_lost()
    {
        var random = new Random(20400305);
        for (var i = 0; i < 300; i++)
        {
            var before = Lines("base", random.Next(3));
            var (mine, theirs) = (Edited(before, "mine", random), Edited(before, "theirs", random));

            var merged = (await Merge(string.Join('\n', before), string.Join('\n', mine), string.Join('\n', theirs))).Split('\n');

            Assert.All(mine.Concat(theirs).Except(before), line => Assert.Contains(merged, kept => kept.Contains(line, StringComparison.Ordinal)));
        }
    }

    private static List<string> Edited(List<string> before, string who, Random random)
    {
        var after = before.ToList();
        if (after.Count > 0 && random.Next(2) == 0)
            after.RemoveAt(random.Next(after.Count));
        foreach (var line in Lines(who, random.Next(3)))
            after.Insert(random.Next(after.Count + 1), line);
        return after;
    }

    private static List<string> Lines(string of, int count) => [.. Enumerable.Range(1, count).Select(n => $"{of} {n}")];

    private Task<string> Merge(string before, string mine, string theirs) => _page.EvaluateAsync<string>("([base, mine, theirs]) => note.merge(base, mine, theirs)", new[] { before, mine, theirs });
}
