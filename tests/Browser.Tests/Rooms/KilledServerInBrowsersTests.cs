using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>The server as a process, killed in each phase of a room that people are in with their browsers.</summary>
public sealed class KilledServerInBrowsersTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Schmidt"];
    private readonly List<Person> _people = [];
    private WeaveProcess _weave = default!;

    private Person Olga => _people[0];

    public async ValueTask InitializeAsync()
    {
        _weave = await WeaveProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["RateLimits__SignInsPerIp"] = "1000" });
        var visitors = await Task.WhenAll(Names.Select((name, i) => new Visitor(_weave.Url).SignIn($"person{i}@example.org", name)));
        var room = await RoomByPages.Open(visitors);
        foreach (var (visitor, i) in visitors.Select((visitor, i) => (visitor, i)))
        {
            using (visitor)
                _people.Add(await Person.Of(visitor, chromium, Names[i], i % 2 == 0 ? Screens.Wide : Screens.Narrow));
            await _people[i].Page.GotoAsync($"/rooms/{room:N}");
        }
        foreach (var person in _people)
            await Expect(Part(person, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
        await _weave.DisposeAsync();
    }

    [Fact]
    public async Task Killed_in_any_phase_it_has_everybody_back_at_their_seat_and_what_was_on_its_way_is_there_once()
    {
        await Survive("Lobby");
        await Olga.MoveOn("Start introductions");
        await Survive("Introductions");
        await Olga.MoveOn("End introductions");
        await Survive("Break");
        await Olga.MoveOn("Start round 1");
        await Survive("Round 1 of 2");
        await Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Survive("Paused");
        await Olga.MoveOn("End round");
        await Olga.MoveOn("Open the floor");
        await Survive("Open floor");
    }

    /// <summary>Everybody is in the middle of saying something when the server is killed.</summary>
    private async Task Survive(string phase)
    {
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync(phase);
        var before = await Task.WhenAll(_people.Select(Place));

        await Task.WhenAll(_people.Select(person => Say(person, $"{phase}, says {person.Name}")));
        await _weave.Kill();
        foreach (var person in _people)
            await Expect(Part(person, "strip")).ToContainTextAsync("Reconnecting");
        await _weave.Start();

        foreach (var person in _people)
            await Expect(Part(person, "strip")).Not.ToContainTextAsync("Reconnecting");
        Assert.Equal(before, await Task.WhenAll(_people.Select(Place)));
        foreach (var (person, i) in _people.Select((person, i) => (person, i)))
            foreach (var (other, j) in _people.Select((other, j) => (other, j)))
                await Expect(person.Page.GetByRole(AriaRole.Log).GetByText($"{phase}, says {other.Name}")).ToHaveCountAsync(before[i] == before[j] ? 1 : 0);
        foreach (var person in _people)
            await Expect(person.Page.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("waits for the connection");
    }

    private static async Task Say(Person person, string text)
    {
        await person.Page.GetByLabel("Your message").FillAsync(text);
        await person.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The phase and the table as the page has them.</summary>
    private static async Task<(string? Phase, string? Table)> Place(Person person) =>
        (await Part(person, "phase").TextContentAsync(), await Part(person, "people-title").TextContentAsync());

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
