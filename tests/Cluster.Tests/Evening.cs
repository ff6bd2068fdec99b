using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Rooms;
using Xunit;

namespace Weave;

/// <summary>A community with a room, and people in it: the first leads.</summary>
internal sealed class Evening : IAsyncDisposable
{
    private readonly List<Visitor> _visitors = [];
    private readonly List<RoomClient> _people = [];

    private Evening()
    {
    }

    public Guid Room { get; private set; }

    /// <summary>Those who are in the room.</summary>
    public IReadOnlyList<RoomClient> People => _people;

    public RoomClient Organizer => _people[0];

    /// <summary>What commands are based on, as it was when the last one came in.</summary>
    public int Step { get; private set; }

    /// <summary>Signs people up at a host, founds the community and opens the room.</summary>
    public static async Task<Evening> Open(Uri host, int people)
    {
        var evening = new Evening();
        for (var i = 0; i < people; i++)
            evening._visitors.Add(await new Visitor(host).SignIn($"person{i}@example.org", $"Person {i}"));
        var organizer = evening._visitors[0];
        await organizer.Open("/communities/new?name=Founders");
        await organizer.Send("create", ("Form.Name", "Founders"), ("Form.Slug", "founders"), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        await organizer.Open("/c/founders/organize/rooms");
        await organizer.Send("open-room", ("Input.Title", "Evening"), ("Input.StartsAt", "2099-01-01T10:00"), ("Input.Capacity", "30"), ("Input.TableSize", "2"),
            ("Input.Rounds", "2"), ("Input.RoundLength", "1"), ("Input.SpeakerTime", "0"), ("Input.FloorTime", "0"));
        evening.Room = Guid.Parse(organizer.Path.Split('/')[2]);
        foreach (var member in evening._visitors.Skip(1))
            await (await member.Open("/join/founders")).Send("join");
        return evening;
    }

    /// <summary>Everybody comes in, or back: each by the next of the hosts.</summary>
    public async Task Join(params Uri[] hosts)
    {
        await Disconnect();
        // Cookies are not told apart by port: what was signed at one host is shown to all.
        _people.AddRange(_visitors.Select((visitor, i) => RoomClient.For(hosts[i % hosts.Length], visitor)));
        foreach (var person in _people)
            Step = (int)(await person.Join(Room))["step"]!;
    }

    public Task<JsonNode> Snapshot(int person) => _people[person].Hub.InvokeAsync<JsonNode>("Snapshot", Room, TestContext.Current.CancellationToken);

    /// <summary>Everybody hears of it, and the last one's account of it is returned.</summary>
    public async Task<JsonNode> AllHear(string type)
    {
        JsonNode? heard = null;
        foreach (var person in _people)
            heard = await person.Next(type);
        return heard!;
    }

    public async ValueTask DisposeAsync()
    {
        await Disconnect();
        _visitors.ForEach(visitor => visitor.Dispose());
    }

    private async Task Disconnect()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
        _people.Clear();
    }
}
