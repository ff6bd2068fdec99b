using System.Threading.Channels;

namespace Weave.Notifications;

/// <summary>Tells tests what the outbox has been told: by then all that a delivery changes is stored, and the clock may go on.</summary>
internal sealed class Reports : IIncomingGrainCallFilter
{
    private readonly Channel<Delivery> _all = Channel.CreateUnbounded<Delivery>();

    public ValueTask<Delivery> Next(CancellationToken cancellation) => _all.Reader.ReadAsync(cancellation);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Grain is IOutboxGrain && context.MethodName == nameof(IOutboxGrain.Report))
            foreach (var delivery in (IReadOnlyList<Delivery>)context.Request.GetArgument(0)!)
                _all.Writer.TryWrite(delivery);
    }
}
