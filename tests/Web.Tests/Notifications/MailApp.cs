using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Notifications;

/// <summary>Weave as it runs for people, with a mail server of its own.</summary>
internal sealed class MailApp : WeaveApp
{
    public SmtpServer Smtp { get; } = new();

    public IOutboxGrain Outbox => Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mail:Host", "127.0.0.1"),
        new("Mail:Port", $"{Smtp.Port}"),
        new("Mail:UseTls", "false"),
        new("Mail:From", "Weave <weave@example.org>"),
        new("Mail:User", "weave"),
        new("Mail:Password", "pass word"),
        new("Site:Url", "https://weave.example.org"),
        // The clock stands still: a limit by the second would never free a place.
        new("Outbox:Email:PerSecond", "1000"),
    ];

    public static async Task<MailApp> Start()
    {
        var app = new MailApp();
        await app.InitializeAsync();
        return app;
    }

    public Task Enqueue(params OutboxMessage[] messages) => Outbox.Enqueue(messages);

    /// <summary>A mail with a text of its own, to an address.</summary>
    public static OutboxMessage To(string address, string subject) => new()
    {
        Key = subject,
        Recipient = address,
        Language = "en",
        Notice = new ReadyMessage($$"""{"subject":"{{subject}}","text":"Text"}"""),
    };

    public async Task<Guid> Member(string name, string language, string zone = "Europe/Berlin")
    {
        var address = $"{Guid.CreateVersion7():N}@example.org";
        return await Grains.GetGrain<IAccountGrain>(AccountKey.Email(address))
            .FindOrCreate(new NewMember { Name = name, Language = language, TimeZone = zone, Email = address });
    }

    public async Task<string> Community(string name, Guid founder, Admission admission = default)
    {
        var slug = $"c-{Guid.CreateVersion7():N}";
        await Grains.GetGrain<ICommunityGrain>(slug).Found(new CommunitySettings { Name = name, Admission = admission }, founder);
        return slug;
    }

    /// <summary>Recipients whose mail was put off.</summary>
    public async Task<IReadOnlyList<string>> PutOff()
    {
        await using var db = await Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(Stop);
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT Recipient FROM OutboxRecipient WHERE Channel = 'email' AND Failures > 0";
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var all = new List<string>();
        while (await rows.ReadAsync(Stop))
            all.Add(rows.GetString(0));
        return all;
    }

    public async Task<MimeKit.MimeMessage> Next() => await Smtp.Next(Stop);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
    }
}
