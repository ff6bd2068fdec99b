using Weave.Members;
using Weave.Shell;

namespace Weave.Demo;

/// <summary>Runs the demo: gathers the cast when the server has started, says how to get in, then lets a second pass at a time.</summary>
internal sealed partial class DemoWorld(
    IGrainFactory grains, DemoRooms rooms, DemoRounds rounds, SiteAddress site, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<DemoWorld> logger)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        try
        {
            await Run(stoppingToken);
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It was stopped while the cast came together, and finds them the next time.
        }
    }

    private async Task Run(CancellationToken stoppingToken)
    {
        var cast = await DemoCast.Gather(grains, time.GetUtcNow());
        Console.WriteLine($"The demo is on. Open this link once to be {DemoPeople.Organizer.Name}, its organizer: {await OrganizersLink(cast.Organizer)}");

        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Step(() => rooms.Step(cast, time.GetUtcNow()));
            await Step(() => rounds.Step(cast, time.GetUtcNow()));
        }
    }

    private async Task<string> OrganizersLink(Guid organizer)
    {
        var secret = OneTimeSecret.New();
        var grant = new OneTimeGrant { Purpose = OneTimePurpose.SignInFromTelegram, Member = organizer, ReturnTo = $"/c/{DemoCast.Slug}" };
        await grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret)).Issue(grant, Evening);
        return site.Link($"/sign-in/{secret}");
    }

    /// <summary>One step that fails must not end the demo.</summary>
    private async Task Step(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A step of the demo failed; it goes on.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
