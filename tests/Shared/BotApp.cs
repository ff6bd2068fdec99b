using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Weave.Communities;
using Weave.Members;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>Weave with its bot, an emulated Telegram, and the real clock: everything happens as soon as it can, and tests wait for messages only.</summary>
public class BotApp : WeaveApp
{
    private const int FirstNewcomer = 100_000;

    private Emulator.BotApi? _telegram;
    private int _newcomers;

    public Emulator.BotApi Telegram => _telegram ?? throw new InvalidOperationException("Telegram is not running.");

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Telegram:BaseUrl", Telegram.Url),
        new("Telegram:Token", Telegram.Token),
        new("Outbox:Telegram:PerSecond", $"{PerSecond}"),
        new("Outbox:Telegram:RecipientRest", Limits is null ? "00:00:00" : "00:00:01"),
    ];

    /// <summary>How many messages a second Weave takes to be allowed.</summary>
    protected virtual int PerSecond => 1000;

    /// <summary>What Telegram allows; null allows everything.</summary>
    protected virtual RateLimits? Limits => null;

    /// <summary>Whether Telegram's server is of today.</summary>
    protected virtual bool KnowsTimes => true;

    public override async ValueTask InitializeAsync()
    {
        _telegram = await Emulator.BotApi.Start(new() { Limits = Limits, KnowsTimes = KnowsTimes });
        await base.InitializeAsync();
        // Links that open the bot are shown from then on.
        await Services.GetRequiredService<BotIdentity>().Known.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Telegram.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A member who came by mail.</summary>
    public async Task<Guid> Member(string name) => await Grains.GetGrain<IAccountGrain>(AccountKey.Email($"{Guid.NewGuid():N}@example.org"))
        .FindOrCreate(new NewMember { Name = name });

    /// <summary>Somebody with Telegram who has not written to the bot yet.</summary>
    public BotUser Newcomer(string name, string? language = null)
    {
        var number = Interlocked.Increment(ref _newcomers);
        return Telegram.User(FirstNewcomer + number, name, $"user_{number}", language);
    }

    /// <summary>The member behind a Telegram account.</summary>
    public async Task<Member> MemberOf(BotUser user)
    {
        var id = await Grains.GetGrain<IAccountGrain>(AccountKey.Telegram(user.Id)).Find();
        Assert.NotNull(id);
        return await Grains.GetGrain<IMemberGrain>(id.Value).Get();
    }

    /// <summary>A new community; returns its slug.</summary>
    public async Task<string> Community(string name, Guid founder, Admission admission = Admission.Open)
    {
        var slug = $"c-{Guid.NewGuid():N}"[..20];
        await Grains.GetGrain<ICommunityGrain>(slug).Found(new CommunitySettings { Name = name, Admission = admission }, founder);
        return slug;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
    }
}
