using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Weave.Rooms;

/// <summary>A connection to the hub as a browser has it: the visitor's cookies, and the JSON as it is on the wire.</summary>
internal sealed class RoomClient : IAsyncDisposable
{
    private readonly Channel<JsonNode> _batches = Channel.CreateUnbounded<JsonNode>();

    private RoomClient(HubConnection hub)
    {
        Hub = hub;
        hub.On<JsonNode>("events", batch => _batches.Writer.TryWrite(batch));
        hub.Closed += _ => Task.FromResult(_batches.Writer.TryComplete());
    }

    public HubConnection Hub { get; }

    public ConcurrentQueue<JsonNode> All { get; } = new();

    public static RoomClient For(Uri url, Visitor visitor, string? origin = null) => new(new HubConnectionBuilder()
        .WithUrl(new Uri(url, "/hubs/room"), o =>
        {
            o.Cookies = visitor.Cookies;
            o.Transports = HttpTransportType.WebSockets;
            o.SkipNegotiation = true;
            if (origin is not null)
                o.WebSocketConfiguration = socket => socket.SetRequestHeader("Origin", origin);
        })
        // As often as a browser does: the server takes a silent one for gone.
        .WithKeepAliveInterval(TimeSpan.FromSeconds(5)).Build());

    public async Task<JsonNode> Join(Guid room)
    {
        if (Hub.State == HubConnectionState.Disconnected)
            await Hub.StartAsync();
        return await Hub.InvokeAsync<JsonNode>("Join", room);
    }

    /// <summary>Reads batches until one of their events is of that type, and returns the event.</summary>
    public async Task<JsonNode> Next(string type, TimeSpan? wait = null)
    {
        using var patience = new CancellationTokenSource(wait ?? TimeSpan.FromSeconds(30));
        await foreach (var batch in _batches.Reader.ReadAllAsync(patience.Token))
        {
            All.Enqueue(batch);
            if (batch["events"]!.AsArray().FirstOrDefault(e => (string?)e!["type"] == type) is { } found)
                return found;
        }

        throw new InvalidOperationException("The connection was closed.");
    }

    /// <summary>The refusal of a call, as the browser reads it.</summary>
    public async Task<(string Reason, string? Field, string Text)> Refusal(string method, params object?[] arguments)
    {
        var e = await Xunit.Assert.ThrowsAsync<HubException>(() => Hub.InvokeCoreAsync(method, arguments));
        var json = JsonDocument.Parse(e.Message[e.Message.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        return (json.GetProperty("reason").GetString()!, json.GetProperty("field").GetString(), json.GetProperty("text").GetString()!);
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
