using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;

namespace Weave.LoadTest;

/// <summary>
/// A match round of a large community, from its opening to the last card in the outbox, in a silo of this process on a SQLite file. Half of the members answer
/// themselves, half have a standing yes. What a messenger takes to deliver the cards is not in it.
/// </summary>
internal static class CommunityRun
{
    private const string Slug = "large";
    private static readonly string[] Interests = ["fintech", "HR", "AI", "sales", "design", "law", "health", "energy", "retail", "games", "logistics", "education"];

    public static async Task Run(int members)
    {
        var folder = Directory.CreateTempSubdirectory("weave-load-").FullName;
        try
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder });
            builder.Logging.ClearProviders();
            builder.AddWeaveSilo();
            using var host = builder.Build();
            await host.StartAsync();
            await Run(host.Services.GetRequiredService<IGrainFactory>(), members);
            await using var db = await host.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "SELECT MAX(LENGTH(PayloadBinary)) FROM OrleansStorage";
            Console.WriteLine(FormattableString.Invariant($"largest_state_bytes {await command.ExecuteScalarAsync()}"));
            await host.StopAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Run(IGrainFactory grains, int members)
    {
        var people = Enumerable.Range(0, members).Select(_ => Guid.CreateVersion7()).ToArray();
        var community = grains.GetGrain<ICommunityGrain>(Slug);
        await Step("members joined", async () =>
        {
            await Join(grains, people[0], 0);
            await community.Found(new() { Name = "Large" }, people[0]);
            await Each(people, async (person, i) =>
            {
                await Join(grains, person, i);
                await community.Join(person);
                if (i % 2 == 0)
                    await grains.GetGrain<IStandingGrain>(Slug).Choose(person, StandingChoice.In);
            });
        });

        var total = Stopwatch.StartNew();
        MatchRoundId id = default;
        IMatchRoundGrain round = null!;
        await Step("opened and all asked", async () =>
        {
            id = await community.OpenMatchRound(new(DateTimeOffset.UtcNow.AddDays(2)), people[0]);
            round = grains.GetGrain<IMatchRoundGrain>(id.ToString());
            await Until(async () => (await round.Get(people[0])).Asked == members);
        });
        await Step("half of them answered", () => Each(people, (person, i) => i % 2 == 0 ? Task.CompletedTask : round.Answer(person, RoundAnswer.In)));
        await Step("paired", () => round.PairNow(people[0]));
        await Step("cards in the outbox", () => Until(async () => (await round.Get(people[0])).Phase == MatchRoundPhase.Conversation));
        Console.WriteLine(FormattableString.Invariant($"members {members} seconds {total.Elapsed.TotalSeconds:F1} matches {(await round.Get(people[0])).Matches} memory_mb {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"));
    }

    private static async Task Join(IGrainFactory grains, Guid id, int i)
    {
        var member = grains.GetGrain<IMemberGrain>(id);
        await member.Create(new() { Name = $"Member {i}", Telegram = new(1000 + i, $"member{i}") });
        await member.Change(new()
        {
            Headline = "Does something worth talking about",
            Interests = [Interests[i % 12], Interests[i / 12 % 12], Interests[i / 144 % 12]],
            LooksFor = $"Somebody who knows {Interests[i * 7 % 12]}",
            Offers = $"Experience with {Interests[i * 5 % 12]}",
            Languages = [i % 3 == 0 ? "ru" : "en", "de"],
        });
    }

    private static Task Each(Guid[] people, Func<Guid, int, Task> what) =>
        Parallel.ForEachAsync(people.Select((person, i) => (person, i)), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (one, _) => await what(one.person, one.i));

    private static async Task Step(string name, Func<Task> what)
    {
        var watch = Stopwatch.StartNew();
        await what();
        Console.WriteLine(FormattableString.Invariant($"{name,-24} {watch.Elapsed.TotalSeconds,6:F1} s"));
    }

    private static async Task Until(Func<Task<bool>> so)
    {
        while (!await so())
            await Task.Delay(100);
    }
}
