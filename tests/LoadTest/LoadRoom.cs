using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Weave.LoadTest;

/// <summary>One room with an organizer and participants, who go through the rounds together: each waits for what the others must have seen.</summary>
internal sealed class LoadRoom(Guid id, IReadOnlyList<CookieContainer> people, LoadPlan plan, Measures measures) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RoomClient[] _clients = [.. people.Select(cookies => new RoomClient(plan.Url, cookies, id, measures))];

    private readonly Random _chance = new(id.GetHashCode());

    private RoomClient Organizer => _clients[0];

    public Task Join() => Task.WhenAll(_clients.Select(client => client.Join()));

    /// <summary>All rounds: seated, everybody says something, half of them give their contact to the table.</summary>
    public async Task Run()
    {
        // Rooms do not begin all in the same moment.
        await Pause(1);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var pressed = Stopwatch.GetTimestamp();
            await Do(Name("started", round), "StartRound", Organizer.Step);
            measures.Seats.Add(Stopwatch.GetElapsedTime(pressed));
            var over = Task.Delay(plan.Pace);
            await Task.WhenAll(_clients.Select(Talk).Concat(_clients.Where((_, i) => i % 2 == 0).Select(Give)));
            await over;
            await Do(Name("ended", Organizer.Step + 1), "EndRound", Organizer.Step);
        }
        await Do("closed", "Close", Organizer.Step);
        await Task.WhenAll(_clients.Select(client => client.Audit()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
    }

    private async Task Do(string name, string method, int step)
    {
        await Organizer.Send(name, method, step);
        await Task.WhenAll(_clients.Select(client => client.Happened(name))).WaitAsync(Patience);
    }

    private async Task Talk(RoomClient client)
    {
        await Pause(0.8);
        var text = Guid.NewGuid().ToString();
        await client.Send(text, "Say", text, text);
        await client.Happened(text).WaitAsync(Patience);
    }

    private async Task Give(RoomClient client)
    {
        await Pause(0.8);
        await client.Send("given", "ShareContact", null, 1);
    }

    /// <summary>Up to this part of the pace.</summary>
    private Task Pause(double part)
    {
        lock (_chance)
            return Task.Delay(plan.Pace * part * _chance.NextDouble());
    }

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}:{number}");
}
