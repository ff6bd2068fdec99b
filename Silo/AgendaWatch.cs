using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weave.Agenda;

namespace Weave;

/// <summary>
/// Starts the agenda, and asks for it again and again: when the silo it lives on dies, it lives on another within seconds, and not only when its reminder rings the next minute.
/// </summary>
internal sealed partial class AgendaWatch(IGrainFactory grains, TimeProvider time, ILogger<AgendaWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await grains.GetGrain<IAgendaGrain>(0).Start();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A silo has gone and the others have not noticed yet, or one has only begun: the next tick asks again.
                LogAway(logger, e.GetType().Name, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "The agenda does not answer yet. {Kind}: {Error}")]
    private static partial void LogAway(ILogger logger, string kind, string error);
}
