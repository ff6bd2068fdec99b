using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Agenda;

namespace Weave;

/// <summary>Asks for the agenda again and again: when the silo it lived on dies, it lives on another within seconds, and not only when its reminder rings the next minute.</summary>
internal sealed partial class AgendaWatch(IGrainFactory grains, TimeProvider time, ILogger<AgendaWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await grains.GetGrain<IAgendaGrain>(0).Start();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The others have not noticed yet that it is gone: the next tick asks again.
                LogAway(logger, e.GetType().Name, e.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The agenda does not answer yet. {Kind}: {Error}")]
    private static partial void LogAway(ILogger logger, string kind, string error);
}
