using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace Weave;

/// <summary>What began on an SQLite file goes on in PostgreSQL.</summary>
public sealed class MoveToPostgresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_goes_on_in_PostgreSQL_where_it_was_in_the_file()
    {
        await using var before = await WeaveProcess.Start(Settings());
        await using var evening = await Evening.Open(before.Url, people: 2);
        await evening.Join(before.Url);
        await evening.Organizer.Hub.InvokeAsync("StartRound", evening.Step, Cancel);
        await evening.AllHear("roundStarted");
        await evening.Organizer.Hub.InvokeAsync("ExtendRound", evening.Step + 1, 300, Cancel);
        await evening.Organizer.Hub.InvokeAsync("Say", "key", "Still here?", Cancel);
        var stood = await evening.Snapshot(0);
        Assert.Equal(0, await before.Stop());

        var database = await PostgresServer.NewDatabase();
        await using var after = await WeaveProcess.Start(Settings(database, before.Folder));

        // Whoever was signed in still is, and sits where they sat.
        await evening.Join(after.Url);
        var stands = await evening.Snapshot(0);
        Assert.All(["tables", "deadline", "phase", "round", "step", "messages", "participants"], part => Assert.True(JsonNode.DeepEquals(stood[part], stands[part]), part));
        await evening.Organizer.Hub.InvokeAsync("EndRound", evening.Step, Cancel);
        await evening.AllHear("roundEnded");

        // It is done once, and nobody goes on with the file by mistake.
        Assert.Contains("Moved ", await after.Said("Moved "), StringComparison.Ordinal);
        Assert.Equal(["weave.db.moved"], Directory.GetFiles(before.Folder, "weave.db*").Select(Path.GetFileName));
        await after.Kill();
        await after.Start();
        Assert.DoesNotContain("Moved ", after.Output(), StringComparison.Ordinal);
        await evening.Join(after.Url);
        Assert.Equal("break", (string?)(await evening.Snapshot(0))["phase"]);
    }

    [Fact]
    public async Task A_file_in_use_and_a_database_with_people_are_left_as_they_are()
    {
        await using var running = await WeaveProcess.Start(Settings());
        using var anna = await new Visitor(running.Url).SignIn("anna@example.org", "Anna");
        var database = await PostgresServer.NewDatabase();

        Assert.Contains("is in use", await Refusal(database, running.Folder), StringComparison.Ordinal);

        await using (var other = await WeaveProcess.Start(Settings(database)))
        {
            using var boris = await new Visitor(other.Url).SignIn("boris@example.org", "Boris");
            Assert.Equal(0, await other.Stop());
        }
        await anna.Open("/me");
        Assert.Contains("Anna", anna.Html, StringComparison.Ordinal);
        Assert.Equal(0, await running.Stop());
        Assert.Contains("has members of its own", await Refusal(database, running.Folder), StringComparison.Ordinal);
        await running.Start();
        await anna.Open("/me");
        Assert.Contains("Anna", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_file_and_a_move_to_nowhere_are_named_and_nothing_starts()
    {
        var empty = Directory.CreateTempSubdirectory("weave-").FullName;

        Assert.Contains($"there is no {empty}/weave.db", await Refusal(await PostgresServer.NewDatabase(), empty), StringComparison.Ordinal);
        Assert.Contains("ConnectionString has to name it", await Refusal(database: null, empty), StringComparison.Ordinal);
        Directory.Delete(empty);
    }

    private static async Task<string> Refusal(string? database, string folder) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => WeaveProcess.Start(Settings(database, folder)))).Message;

    private static Dictionary<string, string> Settings(string? database = null, string? moveFrom = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Clustering__SiloPort"] = "0" };
        if (database is not null)
            settings["Storage__ConnectionString"] = database;
        if (moveFrom is not null)
            settings["Storage__MoveFrom"] = moveFrom;
        return settings;
    }
}
