using System.Threading.Channels;
using Xunit;

namespace Weave.Rooms;

/// <summary>A web host that watches a room and keeps what it is told.</summary>
internal sealed class Browsers : IRoomObserver
{
    private readonly Channel<RoomEvents> _told = Channel.CreateUnbounded<RoomEvents>();

    public string Name { get; } = Guid.NewGuid().ToString("N");

    public string Epoch { get; private set; } = "";

    public static async Task<Browsers> Watch(TestSilo silo, IRoomGrain room)
    {
        var browsers = new Browsers();
        await browsers.Renew(silo, room);
        return browsers;
    }

    public async Task Renew(TestSilo silo, IRoomGrain room) =>
        Epoch = await room.Watch(Name, silo.Grains.CreateObjectReference<IRoomObserver>(this));

    public Task On(IReadOnlyList<RoomEvents> batches)
    {
        foreach (var batch in batches)
            _told.Writer.TryWrite(batch);
        return Task.CompletedTask;
    }

    /// <summary>The next batch of a topic; batches of other topics before it are passed over. Fails when none comes.</summary>
    public async Task<RoomEvents> Next(string topic)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var batch in _told.Reader.ReadAllAsync(patience.Token))
        {
            if (batch.Topic == topic)
                return batch;
        }
        throw new InvalidOperationException("Nothing more is told.");
    }

    /// <summary>Nothing was told after what was read: the next that is heard is a word which an organizer says now. The room must be open.</summary>
    public async Task HearNothingElse(NewRoom room)
    {
        await room.Grain.Broadcast(room.Organizer, Guid.NewGuid().ToString("N"), "Nothing else?");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var next = await _told.Reader.ReadAsync(patience.Token);
        Assert.Equal("Nothing else?", Assert.IsType<HouseChanged>(Assert.Single(next.Events)).House.Notice!.Text);
    }
}
