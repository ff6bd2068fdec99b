using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Weave.Telegram;

/// <summary>Weave with its bot and a clock that runs by itself and can be set forward: days pass at once, and what is due then is sent as soon as it can be.</summary>
public sealed class ForwardBotApp : BotApp
{
    private readonly ForwardClock _clock = new();

    public DateTimeOffset Now => _clock.GetUtcNow();

    public void SetTo(DateTimeOffset moment) => _clock.SetTo(moment);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
    }

    private sealed class ForwardClock : TimeProvider
    {
        private long _ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

        public void SetTo(DateTimeOffset moment) => Interlocked.Add(ref _ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
    }
}
