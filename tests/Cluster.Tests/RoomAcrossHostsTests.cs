using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Rooms;
using Xunit;

namespace Weave;

/// <summary>A room whose people are spread over two web hosts, beside a silo without the web.</summary>
public sealed class RoomAcrossHostsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_hears_everything_and_when_the_room_s_host_is_killed_the_others_go_on_and_the_round_ends_in_time()
    {
        await using var cluster = await WeaveCluster.Make();
        // Alone as long as the room comes to life: it lives here.
        var doomed = await cluster.Host();
        await using var evening = await Evening.Open(doomed.Url, people: 4);
        var others = await Task.WhenAll(cluster.Host(), cluster.Silo());
        var host = others[0];

        await evening.Join(doomed.Url, host.Url);
        await evening.People[1].Hub.InvokeAsync("Wish", 0, true, Cancel);
        await evening.Organizer.Hub.InvokeAsync("StartRound", evening.Step, Cancel);
        var deadline = (DateTimeOffset)(await evening.AllHear("roundStarted"))["deadline"]!;
        await evening.People[1].Hub.InvokeAsync("Say", "key", "From the other host.", Cancel);
        var table = await evening.Snapshot(1);
        Assert.Equal("From the other host.", (string?)table["messages"]![0]!["text"]);

        var survivors = new[] { evening.People[1], evening.People[3] };
        var moved = survivors.Select(Moved).ToList();
        var clock = Stopwatch.StartNew();
        await doomed.Kill();
        await Task.WhenAll(moved).WaitAsync(Patience, Cancel);
        output.WriteLine($"The others see the room go on after {clock.Elapsed.TotalSeconds:F1} s.");

        // What a browser does then; those of the dead host come back by the other.
        await evening.Join(host.Url);
        Assert.Equal("From the other host.", (string?)(await evening.Snapshot(1))["messages"]![0]!["text"]);
        Assert.Equal("round", (string?)(await evening.Snapshot(0))["phase"]);
        Assert.Equal(deadline, (DateTimeOffset)(await evening.Snapshot(0))["deadline"]!);
        await Task.WhenAll(evening.People.Select(person => person.Next("roundEnded", TimeSpan.FromSeconds(70))));
        output.WriteLine($"The round ended {(DateTimeOffset.UtcNow - deadline).TotalSeconds:F1} s after its deadline.");
        Assert.InRange(DateTimeOffset.UtcNow, deadline, deadline.AddSeconds(10));
    }

    /// <summary>The host says that the room has come to life elsewhere.</summary>
    private static Task Moved(RoomClient person)
    {
        var moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        person.Hub.On<string>("moved", _ => moved.TrySetResult());
        return moved.Task;
    }
}
