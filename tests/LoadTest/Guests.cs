using System.Net;

namespace Weave.LoadTest;

/// <summary>
/// Makes the accounts and rooms a run needs, as people do: by the pages. Signs in by the link that a server in Development shows.
/// </summary>
internal sealed class Guests(LoadPlan plan)
{
    private const int AtOnce = 16;
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Each room, and the sessions of everybody in it; its organizer, who leads no other, is the first.</summary>
    public async Task<IReadOnlyList<(Guid Room, IReadOnlyList<CookieContainer> People)>> Arrive()
    {
        var rooms = new (Guid, IReadOnlyList<CookieContainer>)[plan.Rooms];
        await Parallel.ForAsync(0, rooms.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => rooms[i] = await Open(i + 1));
        return rooms;
    }

    private async Task<(Guid, IReadOnlyList<CookieContainer>)> Open(int number)
    {
        var slug = $"load-{_run}-{number}";
        using var organizer = new Visitor(plan.Url);
        await organizer.SignIn($"organizer-{_run}-{number}@load.example", $"Organizer {number}");
        await organizer.Open("/communities/new?name=Load");
        await organizer.Send("create", ("Form.Name", "Load"), ("Form.Slug", slug), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        var people = new List<CookieContainer> { organizer.Cookies };
        while (people.Count < plan.People)
            people.Add(await Guest(slug, people.Count));
        await organizer.Open($"/c/{slug}/organize/rooms");
        await organizer.Send("open-room", ("Input.Title", $"Room {number}"), ("Input.StartsAt", $"{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm}"),
            ("Input.Capacity", $"{plan.People}"), ("Input.TableSize", "3"), ("Input.Rounds", $"{plan.Rounds}"), ("Input.RoundLength", "10"), ("Input.SpeakerTime", "120"), ("Input.FloorTime", "60"));
        return (Guid.Parse(organizer.Path.Split('/', '?')[2]), people);
    }

    private async Task<CookieContainer> Guest(string community, int number)
    {
        using var visitor = new Visitor(plan.Url);
        await visitor.SignIn($"guest-{community}-{number}@load.example", $"Guest {number}", $"/join/{community}");
        await visitor.Open($"/join/{community}");
        await visitor.Send("join");
        return visitor.Cookies;
    }
}
