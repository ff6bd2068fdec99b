using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Weave.LoadTest;

/// <summary>One participant: a SignalR connection as a browser has it, which keeps count of versions and says what is missing.</summary>
internal sealed class RoomClient : IAsyncDisposable
{
    private readonly Guid _room;
    private readonly Measures _measures;
    private readonly HubConnection _hub;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource> _happened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _questions = new(StringComparer.Ordinal);

    public RoomClient(Uri url, CookieContainer cookies, Guid room, Measures measures)
    {
        (_room, _measures) = (room, measures);
        _hub = new HubConnectionBuilder().WithUrl(new Uri(url, "/hubs/room"), HttpTransportType.WebSockets, o => o.Cookies = cookies).Build();
        // As the browser's client has it: the server lets go of those it does not hear of.
        _hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        _hub.On<JsonElement>("events", On);
    }

    /// <summary>The participant's number in the room.</summary>
    public int Number { get; private set; }

    /// <summary>Who is on the stage.</summary>
    public int Speaker { get; private set; }

    /// <summary>Who sits at their table, they themselves included.</summary>
    public IReadOnlyList<int> Table { get; private set; } = [];

    /// <summary>The step that the next command of an organizer is based on.</summary>
    public int Step { get; private set; }

    public async Task Join()
    {
        await _hub.StartAsync();
        Take(await _hub.InvokeAsync<JsonElement>("Join", _room));
    }

    /// <summary>Sends a command; its event is recognised by <paramref name="name"/>.</summary>
    public Task Send(string name, string method, params object?[] arguments)
    {
        _measures.Sending($"{_room}:{name}");
        return _hub.InvokeCoreAsync(method, arguments);
    }

    /// <summary>Gives a sign to the one on the stage: nobody answers.</summary>
    public Task Sign()
    {
        _measures.Sending($"{_room}:sign");
        return _hub.SendAsync("React", 0);
    }

    /// <summary>Returns when the event has arrived here, now or before.</summary>
    public Task Happened(string name)
    {
        lock (_lock)
            return Waiting(name).Task;
    }

    /// <summary>The id of the question with that text, which has arrived here.</summary>
    public long Question(string text)
    {
        lock (_lock)
            return _questions[text];
    }

    /// <summary>Compares what has arrived with the server's own count.</summary>
    public async Task Audit()
    {
        var snapshot = await _hub.InvokeAsync<JsonElement>("Snapshot", _room);
        lock (_lock)
        {
            Compare("room", snapshot.GetProperty("version").GetInt32());
            Compare(Mine, snapshot.GetProperty("myVersion").GetInt32());
        }
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private string Mine => string.Create(CultureInfo.InvariantCulture, $"participant:{Number}");

    private void Take(JsonElement snapshot)
    {
        lock (_lock)
        {
            Number = snapshot.GetProperty("me").GetInt32();
            Step = snapshot.GetProperty("step").GetInt32();
            Catch("room", snapshot.GetProperty("version").GetInt32());
            Catch(Mine, snapshot.GetProperty("myVersion").GetInt32());
        }
    }

    /// <summary>Events may overtake the answer that carries the snapshot: those it contains are not missing.</summary>
    private void Catch(string topic, int version) => _versions[topic] = Math.Max(version, _versions.GetValueOrDefault(topic));

    private void On(JsonElement batch)
    {
        var topic = batch.GetProperty("topic").GetString()!;
        var version = batch.GetProperty("version").GetInt32();
        var gathered = 0;
        lock (_lock)
        {
            var missing = _versions.TryGetValue(topic, out var known) || topic.StartsWith("table:", StringComparison.Ordinal) ? version - known - 1 : 0;
            if (missing > 0)
                _measures.Lost(missing);
            _versions[topic] = Math.Max(version, known);
            foreach (var happening in batch.GetProperty("events").EnumerateArray())
            {
                See(happening);
                gathered += Gathered(happening);
            }
        }
        _measures.Got(batch.GetProperty("events").GetArrayLength(), gathered);
    }

    private void See(JsonElement happening)
    {
        if (happening.TryGetProperty("step", out var step))
            Step = step.GetInt32();
        if (happening.TryGetProperty("stage", out var stage) && stage.GetArrayLength() > 0)
            Speaker = stage[0].GetInt32();
        if (happening.TryGetProperty("tables", out var tables))
            Table = tables.EnumerateArray().Select(table => table.EnumerateArray().Select(number => number.GetInt32()).ToArray()).FirstOrDefault(table => table.Contains(Number)) ?? [];
        if (happening.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.Object)
            _questions[question.GetProperty("text").GetString()!] = question.GetProperty("id").GetInt64();
        if (NameOf(happening) is not { } name)
            return;
        _measures.Arrived($"{_room}:{name}", change: happening.GetProperty("type").GetString() is not ("messageSaid" or "saidToRoom" or "questionAsked"));
        Waiting(name).TrySetResult();
    }

    /// <summary>Signs that came with another: what several people did in half a second is told by one event.</summary>
    private static int Gathered(JsonElement happening) =>
        happening.GetProperty("type").GetString() == "reacted" ? happening.GetProperty("counts").EnumerateArray().Sum(count => count.GetInt32()) - 1 : 0;

    private static string? NameOf(JsonElement happening) => happening.GetProperty("type").GetString() switch
    {
        "stageChanged" => $"stage:{happening.GetProperty("step")}",
        "introductionsEnded" or "floorClosed" => $"over:{happening.GetProperty("step")}",
        "floorOpened" => $"floor:{happening.GetProperty("step")}",
        "questionAsked" => happening.GetProperty("question").GetProperty("text").GetString(),
        "roundStarted" => $"started:{happening.GetProperty("round")}",
        "roundEnded" => $"ended:{happening.GetProperty("step")}",
        "roomClosed" => "closed",
        "messageSaid" or "saidToRoom" => happening.GetProperty("message").GetProperty("text").GetString(),
        _ => null,
    };

    private void Compare(string topic, int version)
    {
        if (version > _versions.GetValueOrDefault(topic))
            _measures.Lost(version - _versions.GetValueOrDefault(topic));
    }

    private TaskCompletionSource Waiting(string name)
    {
        if (!_happened.TryGetValue(name, out var waiting))
            _happened[name] = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting;
    }
}
