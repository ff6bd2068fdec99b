using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Notifications;

/// <summary>Weave as it runs for people, with a mail server of its own.</summary>
public sealed class MailApp : WeaveApp
{
    /// <summary>What is waited for comes within moments, unless the machine is very busy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Reports _reports = new();
    private readonly LogLines _log = new();

    public SmtpServer Smtp { get; } = new();

    /// <summary>What has been logged.</summary>
    public IReadOnlyCollection<string> Log => _log.All;

    public IOutboxGrain Outbox => Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);

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

    public Task Enqueue(params OutboxMessage[] messages) => Outbox.Enqueue(messages);

    /// <summary>A mail with a text of its own, to an address.</summary>
    public static OutboxMessage To(string address, string subject) => new()
    {
        Key = subject,
        Recipient = address,
        Language = "en",
        Notice = new ReadyMessage($$"""{"subject":"{{subject}}","text":"Text"}"""),
    };

    /// <summary>A notice as it waits for somebody who may be gone meanwhile.</summary>
    public static OutboxMessage Of(Notice notice, Guid member) => new()
    {
        Key = $"{notice}",
        Recipient = $"{notice.GetType().Name}@example.org",
        Language = "en",
        Member = member,
        Notice = notice,
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

    /// <summary>The next mail, as soon as the server has it.</summary>
    public Task<MimeMessage> Next() => Soon(Smtp.Next);

    /// <summary>What became of the next mail tried. It is stored by now: the clock may go on.</summary>
    public Task<Delivery> Reported() => Soon(_reports.Next);

    /// <summary>Waits until a sender has hung up: nothing is left to send.</summary>
    public Task Goodbye() => Soon(Smtp.Goodbye);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.AddProvider(_log));
        builder.ConfigureTestServices(services => services.AddSingleton<IIncomingGrainCallFilter>(_reports));
    }

    private static async Task<T> Soon<T>(Func<CancellationToken, ValueTask<T>> wait)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        return await wait(limit.Token);
    }
}
