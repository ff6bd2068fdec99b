using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer leads a room of five by the bar and what is behind its last button.</summary>
public sealed class PowersJourneyTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Schmidt", "Igor Sokolov"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    private Person Olga => _people[0];

    private Person Anna => _people[1];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"l{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Breakfast", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 });
            await _setup.Joined(address);
        }

        foreach (var person in _people)
        {
            await person.Page.GotoAsync(_setup.Path);
            await Expect(Part(person, "phase")).ToHaveTextAsync("Lobby");
        }
        await Expect(Part(Olga, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_sees_what_is_on_what_comes_and_when_and_the_clock_stands_still_for_all()
    {
        await Expect(Part(Anna, "program").Locator("li")).ToHaveTextAsync((Regex[])[new("^Lobby$"), new("Round 1 ≈"), new("Round 2 ≈"), new("Contacts ≈")]);
        await Olga.MoveOn("Start round 1");
        await Expect(Part(Anna, "going-text")).ToContainTextAsync("You are going to table");
        await Expect(Part(Anna, "going-faces").Locator("li")).Not.ToHaveCountAsync(0);
        await Expect(Part(Anna, "program").Locator("[aria-current=step]")).ToHaveTextAsync("Round 1");
        // By itself, after a while.
        await Expect(Part(Anna, "going")).ToBeHiddenAsync();

        await Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).FocusAsync();
        await Olga.Page.Keyboard.PressAsync("Enter");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Paused");
        Assert.Equal(await Part(Olga, "left").TextContentAsync(), await Part(Anna, "left").TextContentAsync());
        await Olga.FindNoHurdle();
        await Olga.Photograph("room-paused-organizer");
        await Press(Olga, "Go on");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 1 of 2");

        await Press(Anna, "Ask for more time");
        await Expect(Part(Anna, "ask-time")).ToBeDisabledAsync();
        await Expect(Part(Olga, "asking")).ToContainTextAsync("Tables asking for more time:");
        await Olga.Photograph("room-asking-organizer");
        await Press(Olga, "Give 2 more minutes");
        await Expect(Part(Olga, "asking")).ToBeHiddenAsync();
        await Expect(Part(Anna, "left")).ToHaveTextAsync(new Regex("^9:"));
    }

    [Fact]
    public async Task The_next_round_is_seated_by_hand_by_keyboard_and_somebody_is_brought_to_another_table()
    {
        await Press(Olga, "More…");
        await Press(Olga, "Seat by hand");
        var next = Part(Olga, "tables-next");
        await Expect(next.Locator("section")).ToHaveCountAsync(2);
        var (first, second) = (next.Locator("section").Nth(0).Locator("[data-seat]").First, next.Locator("section").Nth(1).Locator("[data-seat]").First);
        var (one, other) = (await first.TextContentAsync(), await second.TextContentAsync());
        await first.FocusAsync();
        await Olga.Page.Keyboard.PressAsync("Enter");
        await Expect(first).ToHaveAttributeAsync("aria-pressed", "true");
        await Olga.FindNoHurdle();
        await Olga.Photograph("room-desk-organizer");
        await second.FocusAsync();
        await Olga.Page.Keyboard.PressAsync("Enter");
        await Expect(next.Locator("section").Nth(1)).ToContainTextAsync(one!);
        await Expect(next.Locator("section").Nth(0)).ToContainTextAsync(other!);
        await Expect(next.GetByRole(AriaRole.Button, new() { Name = other, Exact = true })).ToBeFocusedAsync();
        await Olga.Page.Keyboard.PressAsync("Escape");
        await Olga.MoveOn("Start round 1");
        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Round 1 of 2");

        await Press(Olga, "More…");
        var now = Part(Olga, "tables-now");
        await Expect(now.Locator("section").Nth(1)).ToContainTextAsync(one!);
        await now.GetByRole(AriaRole.Button, new() { Name = one, Exact = true }).ClickAsync();
        await now.GetByRole(AriaRole.Button, new() { Name = $"Move {one} here" }).First.ClickAsync();
        await Expect(now.Locator("section").Nth(0)).ToContainTextAsync(one!);
        var moved = _people.Single(person => person.Name == one);
        await Expect(Part(moved, "people-title")).ToHaveTextAsync("Table 1");
        if (moved != Olga)
            await Expect(Part(moved, "strip")).ToHaveTextAsync("You have been moved to table 1.");
    }

    [Fact]
    public async Task On_a_wide_screen_people_are_dragged_to_a_table_and_onto_somebody_to_change_places()
    {
        await Olga.Page.SetViewportSizeAsync(Screens.Wide.Width, Screens.Wide.Height);
        await Olga.MoveOn("Start round 1");
        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Round 1 of 2");
        await Press(Olga, "More…");
        var tables = Part(Olga, "tables-now").Locator("section");
        var (first, second) = (tables.Nth(0), tables.Nth(1));
        var (one, other) = (await first.Locator("[data-seat]").First.TextContentAsync(), await second.Locator("[data-seat]").First.TextContentAsync());
        var sizes = await Sizes();

        await first.Locator("[data-seat]").First.DragToAsync(second.Locator("[data-seat]").First);
        await Expect(second).ToContainTextAsync(one!);
        await Expect(first).ToContainTextAsync(other!);
        Assert.Equal(sizes, await Sizes());
        foreach (var (name, table) in new[] { (one, 2), (other, 1) })
            await Expect(Part(_people.Single(person => person.Name == name), "people-title")).ToHaveTextAsync($"Table {table}");

        await second.GetByRole(AriaRole.Button, new() { Name = one, Exact = true }).DragToAsync(first.GetByRole(AriaRole.Heading));
        await Expect(first).ToContainTextAsync(one!);
        Assert.Equal((sizes.First + 1, sizes.Second - 1), await Sizes());

        // By the keyboard: choose the one, then the other.
        await first.GetByRole(AriaRole.Button, new() { Name = one, Exact = true }).PressAsync("Enter");
        var last = second.Locator("[data-seat]").First;
        var name2 = await last.TextContentAsync();
        await last.PressAsync("Enter");
        await Expect(first).ToContainTextAsync(name2!);
        await Expect(second).ToContainTextAsync(one!);
        await Olga.FindNoHurdle();

        async Task<(int First, int Second)> Sizes() => (await first.Locator("[data-seat]").CountAsync(), await second.Locator("[data-seat]").CountAsync());
    }

    [Fact]
    public async Task A_second_press_where_the_button_was_does_nothing_else()
    {
        await Olga.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow });
        await Olga.Page.ReloadAsync();
        var start = Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Start round 1" });
        await Expect(start).ToBeVisibleAsync();
        var place = (await start.BoundingBoxAsync())!;
        // The page's clock stands still: the moment in which nothing counts does not end by itself.
        await Olga.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddSeconds(2));

        await Olga.Page.Mouse.ClickAsync(place.X + 10, place.Y + 10);
        var now = Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Start now" });
        await Expect(now).ToHaveAttributeAsync("aria-disabled", "true");
        await now.ClickAsync(new() { Force = true });
        await Olga.Page.Keyboard.PressAsync("Enter");

        await Olga.Page.Clock.RunForAsync(1100);
        await Expect(now).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Lobby");
        await now.ClickAsync();
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 1 of 2");
    }

    [Fact]
    public async Task A_word_to_everybody_a_locked_door_somebody_muted_taken_out_and_let_in_and_a_co_organizer()
    {
        await Olga.MoveOn("Start round 1");
        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Round 1 of 2");
        await Press(Olga, "More…");
        await Olga.Page.GetByLabel("Say something to everybody").FillAsync("Coffee is served");
        await Olga.Page.Keyboard.PressAsync("Enter");
        await Expect(Part(Anna, "notice")).ToContainTextAsync("Coffee is served");
        await Anna.Page.ReloadAsync();
        await Expect(Part(Anna, "notice")).ToContainTextAsync("Olga Petrova to everybody");
        await Press(Anna, "Got it");
        await Expect(Part(Anna, "notice")).ToBeHiddenAsync();

        await Unfold(Anna.Name);
        await Press(Olga, $"Pause messages: {Anna.Name}");
        await Expect(Part(Anna, "muted")).ToBeVisibleAsync();
        foreach (var field in new[] { "Your message", "Your question", "Notes of the table" })
            await Expect(Anna.Page.GetByLabel(field, new() { Exact = true })).ToBeDisabledAsync();
        await Anna.FindNoHurdle();
        await Olga.FindNoHurdle();
        await Olga.Photograph("room-roll-organizer");
        await Press(Olga, $"Allow messages: {Anna.Name}");
        await Expect(Anna.Page.GetByLabel("Your message")).ToBeEnabledAsync();

        await Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Lock the room" }).ClickAsync();
        await Expect(Part(Olga, "lock")).ToHaveAttributeAsync("aria-pressed", "true");
        await Press(Olga, $"Take out: {Anna.Name}");
        await Expect(Anna.Page.GetByRole(AriaRole.Heading, new() { Name = "An organizer has taken you out of this room." })).ToBeVisibleAsync();
        await Anna.FindNoHurdle();
        await Anna.Photograph("room-taken-out");
        await Anna.Page.ReloadAsync();
        await Expect(Anna.Page.GetByText("An organizer has taken you out")).ToBeVisibleAsync();
        await Press(Olga, $"Let in again: {Anna.Name}");
        await Expect(Olga.Page.GetByRole(AriaRole.Button, new() { Name = $"Let in again: {Anna.Name}" })).ToHaveCountAsync(0);
        await Anna.Page.ReloadAsync();
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 1 of 2");

        await Press(Olga, $"Make co-organizer: {Anna.Name}");
        await Anna.MoveOn("End round");
        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Break");
    }

    [Fact]
    public async Task A_room_that_nobody_leads_is_led_by_the_first_who_takes_it_and_the_plan_and_who_came_are_on_pages()
    {
        var room = weave.Grains.GetGrain<IRoomGrain>(await _setup.Community.OpenRoom(new RoomPlan { Title = "Late", StartsAt = DateTimeOffset.UtcNow.AddHours(-1), TableSize = 2 }, _setup.Organizer));
        foreach (var person in _people.Skip(1))
            await person.Page.GotoAsync($"/rooms/{room.GetPrimaryKey():N}");
        await Expect(Part(_people[2], "lead")).ToBeVisibleAsync();
        await Anna.FindNoHurdle();
        await Anna.Photograph("room-lead-free");

        await Press(Anna, "I will lead");

        await Expect(Part(_people[2], "lead")).ToBeHiddenAsync();
        await Anna.MoveOn("Start round 1");
        await Expect(Part(_people[2], "phase")).ToHaveTextAsync("Round 1 of 4");
        await Olga.Page.GotoAsync($"/rooms/{room.GetPrimaryKey():N}/plan");
        await Olga.Page.GetByLabel("Rounds", new() { Exact = true }).FillAsync("2");
        await Olga.FindNoHurdle();
        await Olga.Photograph("room-plan-change");
        await Press(Olga, "Save the plan");
        await Expect(Part(_people[2], "phase")).ToHaveTextAsync("Round 1 of 2");
        await Olga.Page.GotoAsync($"/rooms/{room.GetPrimaryKey():N}/attendance");
        await Expect(Olga.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(Names.Length - 1);
        await Olga.FindNoHurdle();
        await Olga.Photograph("room-attendance");
    }

    private async Task Unfold(string name) => await Part(Olga, "roll").Locator("summary", new() { HasText = name }).ClickAsync();

    private static Task Press(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
