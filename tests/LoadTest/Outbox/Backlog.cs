using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Communities;
using Weave.Members;
using Weave.Notifications;

namespace Weave.LoadTest.Outbox;

/// <summary>Fills the outbox of a data folder before Weave starts on it: each chat gets the same notices, told apart by the number in the community's name.</summary>
internal sealed class Backlog(OutboxPlan plan, string folder)
{
    public const long FirstChat = 5_000_000;
    private const int Members = 200;
    private const int Batch = 2000;

    public async Task Fill()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:Folder"] = folder });
        builder.Logging.ClearProviders();
        builder.AddWeaveSilo();
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var members = await Task.WhenAll(Enumerable.Range(0, Members).Select(number => Member(grains, number)));
        await Task.WhenAll(Enumerable.Range(0, plan.PerChat).Select(number =>
            grains.GetGrain<ICommunityGrain>(Slug(number)).Found(new CommunitySettings { Name = Name(number) }, members[0])));
        foreach (var some in All(members).Take(plan.Messages).Chunk(Batch))
            await grains.GetGrain<IOutboxGrain>(OutboxChannel.Telegram).Enqueue(some);
        await host.StopAsync();
    }

    /// <summary>The number of a notice that somebody reads; null for any other text.</summary>
    public static int? NumberIn(string text) => text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at
        && int.TryParse(text.AsSpan(at + 1, 6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Load #{number:D6}");

    private static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"load-{number}");

    private static Task<Guid> Member(IGrainFactory grains, int number) => grains
        .GetGrain<IAccountGrain>(AccountKey.Email(string.Create(CultureInfo.InvariantCulture, $"load{number}@example.org"))).FindOrCreate(new NewMember { Name = "Load" });

    private IEnumerable<OutboxMessage> All(Guid[] members)
    {
        for (var number = 0; number < plan.PerChat; number++)
            for (var chat = 0; chat < plan.Chats; chat++)
                yield return new OutboxMessage
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"load:{chat}:{number}"),
                    Recipient = (FirstChat + chat).ToString(CultureInfo.InvariantCulture),
                    Language = "en",
                    Member = members[chat % members.Length],
                    Notice = new MembershipDecided(Slug(number), Accepted: true),
                };
    }
}
