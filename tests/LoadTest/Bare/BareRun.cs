using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Weave.LoadTest.Bare;

/// <summary>What SignalR alone takes to bring a kilobyte to as many clients in as many groups: the measure of what a room adds to it.</summary>
internal sealed class BareRun(int groups, int people)
{
    private const int Warm = 20;
    private const int Counted = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The server's processor time for each message delivered, once its code is compiled.</summary>
    public async Task<TimeSpan> Measure()
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
            await Broadcast(clients, 0, Warm);
            server.Refresh();
            var before = server.TotalProcessorTime;
            await Broadcast(clients, Warm, Counted);
            server.Refresh();
            var spent = server.TotalProcessorTime - before;
            await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
            return spent / (Counted * clients.Length);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Each message goes out in all groups when the one before has arrived everywhere.</summary>
    private async Task Broadcast(HubConnection[] clients, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var arrived = new CountdownEvent(clients.Length);
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var handlers = clients.Select(client => client.On<int, string>("events", (_, _) =>
            {
                if (arrived.Signal())
                    all.SetResult();
            })).ToList();
            await Task.WhenAll(Enumerable.Range(0, groups).Select(group => clients[group * people].InvokeAsync("Broadcast", Group(group), number)));
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
