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
        await Olga.MoveOn("Start round 1");
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
        await Olga.MoveOn("End round");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        await Expect(Anna.Page.GetByLabel("Your question")).ToBeFocusedAsync();
        await anna.IsNotLost();

        // And in a round.
        await Olga.MoveOn("Start round 2");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Round 2 of 2");
        await Expect(Anna.Page.GetByLabel("Your question")).ToBeFocusedAsync();
        await anna.IsNotLost();
        await Expect(Anna.Page.GetByLabel("Your question")).ToHaveValueAsync("Who has hi");
    }

    [Fact]
    public async Task Whoever_presses_by_key_what_they_had_scrolled_away_from_sees_what_has_the_focus_then()
    {
        var olga = new Keyboard(Olga);
        await olga.TabTo("End round");
        await Expect(Olga.Page.Locator(":focus")).ToBeEnabledAsync();
        await Olga.Page.Mouse.WheelAsync(0, 10_000);
        await Olga.Page.WaitForFunctionAsync("scrollY > 500");

        await olga.Press("Enter");
        await Expect(Olga.Page.Locator("[data-do=now]:focus")).ToBeEnabledAsync();
        await olga.IsNotLost();
        await olga.Press("Enter");

        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Break");
        await Expect(Olga.Page.GetByRole(AriaRole.Button, new() { Name = "Start round 2" })).ToBeFocusedAsync();
        await olga.IsNotLost();
    }

    [Fact]
    public async Task Whoever_goes_by_hand_looks_at_what_they_looked_at_when_the_phase_has_changed()
    {
        var page = Anna.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Another question" }).ClickAsync();
        await page.Mouse.WheelAsync(0, -10_000);
        await page.WaitForFunctionAsync("scrollY === 0");

        // What was pressed is gone: a heading gets the focus, out of sight.
        await Olga.MoveOn("End round");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who is here (3)" })).ToBeFocusedAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));

        // The next key that moves the focus shows it.
        var anna = new Keyboard(Anna);
        await anna.Press("Tab");
        await anna.IsNotLost();
    }

    [Fact]
    public async Task What_is_said_out_of_sight_is_pointed_at_and_one_press_leads_there()
    {
        var page = Anna.Page;
        await page.Mouse.WheelAsync(0, -10_000);
        await page.WaitForFunctionAsync("scrollY === 0");
        await Expect(Part(Anna, "messages")).Not.ToBeInViewportAsync();
        await Say("Hello both");
        await Say("Who has hired a CFO?");
        var unread = page.GetByRole(AriaRole.Button, new() { Name = "New in the chat: 2" });
        await Expect(unread).ToBeInViewportAsync();
        await Anna.FindNoHurdle();
        await page.ScreenshotAsync(new() { Path = Screens.File("room-unread-narrow") });

        await unread.ClickAsync();
        await Expect(Part(Anna, "messages")).ToBeInViewportAsync();
        await Expect(Part(Anna, "unread")).ToBeHiddenAsync();

        // Who looks at the chat needs no sign.
        await Say("Nobody?");
        await Expect(Part(Anna, "messages")).ToContainTextAsync("Nobody?");
        await Expect(Part(Anna, "unread")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_was_being_written_for_the_table_goes_to_everybody_only_when_it_is_sent_again()
    {
        var field = Anna.Page.GetByLabel("Your message");
        await field.FillAsync("My number is 123");
        await Olga.MoveOn("End round");
        await Expect(Part(Anna, "chat-title")).ToHaveTextAsync("Room chat");

        await field.PressSequentiallyAsync("4");
        await field.PressAsync("Enter");

        await Expect(Part(Anna, "strip")).ToContainTextAsync("everybody in the room will read this");
        await Expect(field).ToHaveValueAsync("My number is 1234");
        await Anna.FindNoHurdle();
        await Say("Is it quiet?");
        await Expect(Part(Anna, "messages")).ToContainTextAsync("Is it quiet?");
        await Expect(Part(Olga, "messages")).Not.ToContainTextAsync("My number");
        await field.PressAsync("Enter");
        await Expect(Part(Olga, "messages")).ToContainTextAsync("My number is 1234");
    }

    [Fact]
    public async Task A_word_to_everybody_and_what_is_said_in_passing_are_seen_from_the_end_of_the_page_too()
    {
        var page = Anna.Page;
        await page.Mouse.WheelAsync(0, 10_000);
        await page.WaitForFunctionAsync("scrollY > 500");
        await weave.Grains.GetGrain<IRoomGrain>(_setup.Room).Broadcast(_setup.Organizer, "coffee", "Coffee is served");
        await Expect(Part(Anna, "notice")).ToContainTextAsync("Coffee is served");
        await Expect(Part(Anna, "notice")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Anna.FindNoHurdle();

        await page.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
        await Part(Anna, "strip").EvaluateAsync("strip => strip.textContent = 'One minute left.'");
        await Expect(Part(Anna, "strip")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Whoever_says_that_they_are_at_their_table_sees_it()
    {
        await Olga.MoveOn("End round");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        // What says where to go is there for a few seconds only: it is pressed in the moment it comes.
        var there = Anna.Page.WaitForFunctionAsync("""
            () => {
              const button = document.querySelector('[data-going]:not([hidden]) button');
              if (!button) return false;
              scrollTo(0, document.body.scrollHeight);
              button.click();
              return true;
            }
            """);
        await Olga.MoveOn("Start round 2");
        await there;
        await Expect(Anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Table 1" })).ToBeInViewportAsync();
        await Expect(Part(Anna, "going")).ToBeHiddenAsync();
    }

    private async Task Say(string text)
    {
        await Olga.Page.GetByLabel("Your message").FillAsync(text);
        await Olga.Page.Keyboard.PressAsync("Enter");
        await Expect(Part(Olga, "messages")).ToContainTextAsync(text);
    }

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
