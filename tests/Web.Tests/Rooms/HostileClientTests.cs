using System.Net.Sockets;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weave.Rooms;

/// <summary>Clients that do not behave: they are held back or cut off, and nobody else in the room notices.</summary>
public sealed class HostileClientTests(WeaveApp weave) : IClassFixture<WeaveApp>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<IDisposable> _open = [];
    private readonly Queue<JsonNode> _read = new();
    private RoomSetup _setup = default!;
    private RoomClient _anna = default!;
    private Visitor _mallory = default!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (anna, mallory) = (RoomSetup.Address("anna"), RoomSetup.Address("mallory"));
        _setup = await new RoomSetup(weave.Grains).Open(anna);
        _anna = RoomClient.For(weave.Url, await SignedIn(anna));
        await _anna.Join(_setup.Room);
        _mallory = await SignedIn(mallory);
        await _setup.Joined(mallory);
    }

    public async ValueTask DisposeAsync()
    {
        await _anna.DisposeAsync();
        _open.ForEach(one => one.Dispose());
    }

    [Theory]
    [InlineData("this is no JSON\u001e")]
    [InlineData("{\"type\":1,\"target\":\"Say\",\"arguments\":[[[[[[\u001e")]
    [InlineData("{\"type\":\"x\"}\u001e")]
    public async Task Garbage_ends_the_connection_and_nothing_else(string garbage)
    {
        using var socket = await Enter();

        await Send(socket, garbage);

        await Closed(socket);
        await StillGoesOn();
    }

    [Fact]
    public async Task Wrong_arguments_are_answered_with_an_error_and_change_nothing()
    {
        using var socket = await Enter();

        foreach (var (method, arguments) in new[] { ("Say", "\"key\""), ("Say", "{}, []"), ("StartRound", "\"now\""), ("ShareContact", "null, 99999999999999"), ("NoSuchMethod", ""), ("OnDisconnectedAsync", "null") })
        {
            await Send(socket, Call(method, arguments));
            Assert.NotNull((await Answer(socket))["error"]);
        }
        await StillGoesOn();
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go_and_the_others_hear_everything_meanwhile()
    {
        const int batches = 100;
        using var socket = await Enter(smallBuffer: true);
        var hub = weave.Services.GetRequiredService<IHubContext<RoomHub>>();
        var heard = 0;
        var all = new TaskCompletionSource();
        using var on = _anna.Hub.On<string>("test", _ =>
        {
            if (Interlocked.Increment(ref heard) == batches)
                all.SetResult();
        });

        // More than all buffers on the way hold.
        var sending = Task.WhenAll(Enumerable.Range(0, batches).Select(_ => hub.Clients.Group($"{_setup.Room:N}/{RoomTopic.Room}").SendAsync("test", new string('x', 200_000), Cancel)));

        await all.Task.WaitAsync(Patience, Cancel);
        Assert.False(sending.IsCompleted, "Everything was sent: the client that does not read was not in the way.");
        var gone = await _anna.Next("presenceChanged");
        Assert.Equal(("away", 1), ((string?)gone["presence"], (int)gone["number"]!));
        await sending.WaitAsync(Patience, Cancel);
        await StillGoesOn();
    }

    [Fact]
    public async Task Whoever_was_taken_out_is_refused_whatever_they_send()
    {
        var mallory = RoomClient.For(weave.Url, _mallory);
        await mallory.Join(_setup.Room);
        await _anna.Hub.InvokeAsync("TakeOut", 1, Cancel);

        foreach (var (method, arguments) in new (string, object?[])[] { ("Say", ["k", "Hello"]), ("SayToRoom", ["k", "Hello"]), ("Snapshot", [_setup.Room]), ("Join", [_setup.Room]), ("React", [0]), ("Ask", ["k", null, "Why?"]) })
            await Assert.ThrowsAnyAsync<Exception>(() => mallory.Hub.InvokeCoreAsync(method, arguments, Cancel));

        await StillGoesOn();
        await mallory.DisposeAsync();
    }

    [Fact]
    public void No_method_of_the_hub_takes_the_word_of_the_caller_for_who_they_are() =>
        Assert.Equal(
            [(nameof(RoomHub.Join), "room"), (nameof(RoomHub.Snapshot), "room")],
            typeof(RoomHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .SelectMany(method => method.GetParameters().Where(parameter => parameter.ParameterType == typeof(Guid)).Select(parameter => (method.Name, parameter.Name)))
                .Order());

    /// <summary>Anna's connection hears of what she does.</summary>
    private async Task StillGoesOn()
    {
        await _anna.Hub.InvokeAsync("Wish", 1, true, Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(2, (await _anna.Hub.InvokeAsync<JsonNode>("Snapshot", _setup.Room, Cancel).WaitAsync(Patience, Cancel))["participants"]!.AsArray().Count);
    }

    /// <summary>A bare socket of Mallory's, in the room.</summary>
    private async Task<ClientWebSocket> Enter(bool smallBuffer = false)
    {
        var socket = new ClientWebSocket();
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            ConnectCallback = async (context, cancel) =>
            {
                var tcp = new Socket(SocketType.Stream, ProtocolType.Tcp);
                if (smallBuffer)
                    tcp.ReceiveBufferSize = 4096;
                await tcp.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(tcp, ownsSocket: true);
            },
        };
        var url = new UriBuilder(weave.Url) { Scheme = "ws", Path = "/hubs/room" }.Uri;
        socket.Options.SetRequestHeader("Cookie", _mallory.Cookies.GetCookieHeader(weave.Url));
        var invoker = new HttpMessageInvoker(handler);
        _open.Add(invoker);
        await socket.ConnectAsync(url, invoker, Cancel);
        await Send(socket, "{\"protocol\":\"json\",\"version\":1}\u001e");
        await Read(socket, Cancel);
        await Send(socket, Call("Join", $"\"{_setup.Room}\""));
        Assert.Equal(1, (int)(await Answer(socket))["result"]!["me"]!);
        return socket;
    }

    private static string Call(string method, string arguments) => $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"{method}\",\"arguments\":[{arguments}]}}\u001e";

    private static async Task Send(ClientWebSocket socket, params string[] texts)
    {
        foreach (var text in texts)
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancel);
    }

    /// <summary>The next answer to a call.</summary>
    private async Task<JsonNode> Answer(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            while (_read.TryDequeue(out var message))
                if ((int?)message["type"] == 3)
                    return message;
            await Read(socket, patience.Token);
        }
    }

    private async Task Read(ClientWebSocket socket, CancellationToken patience)
    {
        var (text, buffer) = (new StringBuilder(), new byte[64 * 1024]);
        while (text is [] or [.., not '\u001e'])
        {
            var received = await socket.ReceiveAsync(buffer, patience);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
        }
        foreach (var part in text.ToString().Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
            _read.Enqueue(JsonNode.Parse(part)!);
    }

    /// <summary>Waits until the server has closed the connection, politely or not.</summary>
    private static async Task Closed(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[64 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
            {
                // What was on its way.
            }
        }
        catch (WebSocketException)
        {
            // Cut off.
        }
    }

    private async Task<Visitor> SignedIn(string address)
    {
        var visitor = new Visitor(weave.Url);
        _open.Add(visitor);
        return await visitor.SignIn(address, address.Split('.')[0]);
    }
}
