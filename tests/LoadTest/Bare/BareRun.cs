using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Weave.LoadTest.Bare;

/// <summary>What SignalR alone takes to bring a kilobyte to as many clients in as many groups: the measure of what a room adds to it.</summary>
/// <param name="senders">How many of each group send every message.</param>
internal sealed class BareRun(int groups, int people, int senders)
{
    private const int Warm = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The server's processor time for each message delivered, once its code is compiled.</summary>
    /// <param name="counted">How many messages each of them sends.</param>
    /// <param name="pace">Over which time those who send a message are spread; zero for all at once.</param>
    public async Task<TimeSpan> Measure(int counted, TimeSpan pace)
    {
        var port = FreePort();
        using var server = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(BareRun).Assembly.Location, "bare", "--port", port.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        try
        {
            await using (await Client(port, ""))
            {
                // It answers.
            }
            var clients = await Task.WhenAll(Enumerable.Range(0, groups * people).Select(i => Client(port, Group(i / people))));
            await Broadcast(clients, 0, Warm, TimeSpan.Zero);
            server.Refresh();
            var before = server.TotalProcessorTime;
            await Broadcast(clients, Warm, counted, pace);
            server.Refresh();
            var spent = server.TotalProcessorTime - before;
            await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
            return spent / (counted * senders * clients.Length);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Each message goes out in all groups when the one before has arrived everywhere.</summary>
    private async Task Broadcast(HubConnection[] clients, int first, int count, TimeSpan pace)
    {
        for (var number = first; number < first + count; number++)
        {
            var arrived = new CountdownEvent(clients.Length * senders);
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var handlers = clients.Select(client => client.On<int, string>("events", (_, _) =>
            {
                if (arrived.Signal())
                    all.SetResult();
            })).ToList();
            await Task.WhenAll(clients.Where((_, i) => i % people < senders).Select(async (client, i) =>
            {
                await Task.Delay(pace * Random.Shared.NextDouble());
                await client.InvokeAsync("Broadcast", Group(i / senders), number);
            }));
            await all.Task.WaitAsync(Patience);
            handlers.ForEach(handler => handler.Dispose());
        }
    }

    private static async Task<HubConnection> Client(int port, string group)
    {
        var client = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{port}{BareHub.Path}", HttpTransportType.WebSockets).Build();
        for (var deadline = Stopwatch.StartNew(); ;)
        {
            try
            {
                await client.StartAsync();
                break;
            }
            catch (HttpRequestException) when (deadline.Elapsed < Patience)
            {
                // The server is still starting.
                await Task.Delay(100);
            }
        }
        await client.InvokeAsync("Join", group);
        return client;
    }

    private static string Group(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
