using System.Net;

namespace Weave.LoadTest;

/// <summary>
/// Makes the accounts and rooms a run needs, as people do: by the pages. Signs in by the link that a server in Development shows.
/// </summary>
internal sealed class Guests(LoadPlan plan) : IDisposable
{
    private const int AtOnce = 16;
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private readonly Visitor _organizer = new(plan.Url);

    private string Slug => $"load-{_run}";

    /// <summary>The sessions of everybody, a list for each room; the organizer is the first in all of them.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<CookieContainer>>> Arrive()
    {
        await _organizer.SignIn($"organizer-{_run}@load.example", "Organizer");
        await _organizer.Open($"/communities/new?name=Load");
        await _organizer.Send("create", ("Form.Name", "Load"), ("Form.Slug", Slug), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        var guests = new CookieContainer[plan.Rooms * (plan.People - 1)];
        await Parallel.ForAsync(0, guests.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => guests[i] = await Guest(i));
        return [.. guests.Chunk(plan.People - 1).Select(some => (IReadOnlyList<CookieContainer>)[_organizer.Cookies, .. some])];
    }

    /// <summary>Opens a room for everybody and returns its id.</summary>
    public async Task<Guid> OpenRoom(int number)
    {
        await _organizer.Open($"/c/{Slug}/organize/rooms");
        await _organizer.Send("open-room", ("Input.Title", $"Room {number}"), ("Input.StartsAt", $"{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm}"),
            ("Input.Capacity", $"{plan.People}"), ("Input.TableSize", "3"), ("Input.Rounds", $"{plan.Rounds}"), ("Input.RoundLength", "10"), ("Input.SpeakerTime", "120"), ("Input.FloorTime", "60"));
        return Guid.Parse(_organizer.Path.Split('/', '?')[2]);
    }

    public void Dispose() => _organizer.Dispose();

    private async Task<CookieContainer> Guest(int number)
    {
        using var visitor = new Visitor(plan.Url);
        await visitor.SignIn($"guest-{_run}-{number}@load.example", $"Guest {number}", $"/join/{Slug}");
        await visitor.Open($"/join/{Slug}");
        await visitor.Send("join");
        return visitor.Cookies;
    }
}
