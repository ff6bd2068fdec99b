using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>What one sees of the room when a phase ends, by keyboard and by hand, on a narrow screen.</summary>
public sealed class SightTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    private Person Olga => _people[0];

    private Person Anna => _people[1];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in new[] { "Olga Petrova", "Anna Ivanova", "Omar Haddad" }.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"s{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow, TableSize = 3, Rounds = 2 });
            await _setup.Joined(address);
            await _people[i].Page.GotoAsync(_setup.Path);
        }

        await Expect(Part(Anna, "people").Locator("[data-person]")).ToHaveCountAsync(3);
        await Press("Start round 1");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 1 of 2");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_goes_by_keyboard_sees_where_they_are_when_the_phase_has_changed()
    {
        var anna = new Keyboard(Anna);
        await anna.TabTo("Your question");
        await anna.Type("Who has hi");

        // On a narrow screen the questions stand elsewhere in a break.
        await Press("End round");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        await Expect(Anna.Page.GetByLabel("Your question")).ToBeFocusedAsync();
        await anna.IsNotLost();

        // And in a round.
        await Press("Start round 2");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 2 of 2");
        await Expect(Anna.Page.GetByLabel("Your question")).ToBeFocusedAsync();
        await anna.IsNotLost();
        await Expect(Anna.Page.GetByLabel("Your question")).ToHaveValueAsync("Who has hi");
    }

    [Fact]
    public async Task Whoever_goes_by_hand_looks_at_what_they_looked_at_when_the_phase_has_changed()
    {
        var page = Anna.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Another question" }).ClickAsync();
        await page.Mouse.WheelAsync(0, -10_000);
        await page.WaitForFunctionAsync("scrollY === 0");

        // What was pressed is gone: a heading gets the focus, out of sight.
        await Press("End round");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who is here (3)" })).ToBeFocusedAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));

        // The next key that moves the focus shows it.
        var anna = new Keyboard(Anna);
        await anna.Press("Tab");
        await anna.IsNotLost();
    }

    private Task Press(string name) => Olga.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
