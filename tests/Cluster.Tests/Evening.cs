using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Rooms;
using Xunit;

namespace Weave;

/// <summary>A community with a room, and people each of whom uses one host: the first leads.</summary>
internal sealed class Evening : IAsyncDisposable
{
    private readonly List<(Visitor Visitor, Uri Host)> _visitors = [];
    private readonly List<RoomClient> _people = [];
    private IReadOnlyList<JsonNode> _joined = [];

    private Evening()
    {
    }

    public Guid Room { get; private set; }

    /// <summary>Those who are in the room, in the order of their hosts.</summary>
    public IReadOnlyList<RoomClient> People => _people;

    public RoomClient Organizer => _people[0];

    /// <summary>What commands are based on, as it was when the last one came in.</summary>
    public int Step => (int)_joined[^1]["step"]!;

    /// <summary>Signs somebody up at each of these hosts, founds the community and opens the room.</summary>
    public static async Task<Evening> Open(IReadOnlyList<Uri> hosts, int roundMinutes = 10)
    {
        var evening = new Evening();
        for (var i = 0; i < hosts.Count; i++)
            evening._visitors.Add((await new Visitor(hosts[i]).SignIn($"person{i}@example.org", $"Person {i}"), hosts[i]));
        var organizer = evening._visitors[0].Visitor;
        await organizer.Open("/communities/new?name=Founders");
        await organizer.Send("create", ("Form.Name", "Founders"), ("Form.Slug", "founders"), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        await organizer.Open("/c/founders/organize/rooms");
        await organizer.Send("open-room", ("Input.Title", "Evening"), ("Input.StartsAt", "2099-01-01T10:00"), ("Input.Capacity", "30"), ("Input.TableSize", "2"),
            ("Input.Rounds", "2"), ("Input.RoundLength", $"{roundMinutes}"), ("Input.SpeakerTime", "60"), ("Input.FloorTime", "10"));
        evening.Room = Guid.Parse(organizer.Path.Split('/')[2]);
        foreach (var (visitor, _) in evening._visitors.Skip(1))
            await (await visitor.Open("/join/founders")).Send("join");
        return evening;
    }

    /// <summary>Everybody comes in, or back.</summary>
    public async Task Join()
    {
        await Disconnect();
        _people.AddRange(_visitors.Select(person => RoomClient.For(person.Host, person.Visitor)));
        var joined = new List<JsonNode>();
        foreach (var person in _people)
            joined.Add(await person.Join(Room));
        _joined = joined;
    }

    public Task<JsonNode> Snapshot(int person) => _people[person].Hub.InvokeAsync<JsonNode>("Snapshot", Room, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Disconnect();
        foreach (var (visitor, _) in _visitors)
            visitor.Dispose();
    }

    private async Task Disconnect()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
        _people.Clear();
    }
}
