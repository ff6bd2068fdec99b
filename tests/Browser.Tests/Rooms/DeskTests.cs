using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>What the organizer's bar and desk say, and what it comes to for the others.</summary>
public sealed class DeskTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private Person _olga = default!;
    private Person _anna = default!;
    private RoomSetup _setup = default!;

    private IRoomGrain Room => weave.Grains.GetGrain<IRoomGrain>(_setup.Room);

    public async ValueTask InitializeAsync()
    {
        var (olga, anna) = (RoomSetup.Address("olga"), RoomSetup.Address("anna"));
        _olga = await Person.SignIn(chromium, weave, olga, "Olga Petrova", Screens.Wide);
        _anna = await Person.SignIn(chromium, weave, anna, "Anna Ivanova");
        _setup = await new RoomSetup(weave.Grains).Open(olga, new RoomPlan { Title = "Breakfast", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 });
        await _setup.Joined(anna);
        await _olga.Page.GotoAsync(_setup.Path);
        await Expect(Part(_olga, "phase")).ToHaveTextAsync("Lobby");
    }

    public async ValueTask DisposeAsync()
    {
        await _olga.DisposeAsync();
        await _anna.DisposeAsync();
    }

    [Fact]
    public async Task Who_says_something_to_everybody_need_not_confirm_it()
    {
        await Enter();
        await Press(_olga, "More…");
        await _olga.Page.GetByLabel("Say something to everybody").FillAsync("Coffee is served");
        await _olga.Page.Keyboard.PressAsync("Enter");
        await Expect(Part(_anna, "notice")).ToContainTextAsync("Coffee is served");
        await Expect(Part(_olga, "desk-said")).ToHaveTextAsync("Everybody sees it now.");

        await Expect(Part(_olga, "notice")).ToBeHiddenAsync();
        await _olga.Page.ReloadAsync();
        await Expect(Part(_olga, "phase")).ToHaveTextAsync("Lobby");
        await Expect(Part(_olga, "notice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Whoever_only_leads_is_shown_no_table()
    {
        await Enter();
        await Room.Join(await _setup.Joined(RoomSetup.Address("omar")), connection: null, host: null);
        await Press(_olga, "More…");
        var only = _olga.Page.GetByRole(AriaRole.Button, new() { Name = "I only lead" });
        await only.ClickAsync();
        await Expect(only).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Part(_olga, "only-lead-hint")).ToBeVisibleAsync();
        await _olga.FindNoHurdle();
        await Press(_olga, "Done");

        await Room.StartRound(_setup.Organizer, 0);

        await Expect(Part(_olga, "people-note")).ToHaveTextAsync("You lead, and sit at no table.");
        await Expect(Part(_anna, "people").Locator("[data-person]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_tables_ask_for_is_seen_at_the_desk_too()
    {
        await Enter();
        await Room.StartRound(_setup.Organizer, 0);
        await Press(_olga, "More…");

        await Press(_anna, "Ask an organizer to come");

        await Expect(Part(_olga, "desk-clock")).ToContainTextAsync("Tables that ask for help: 1");
        await _olga.FindNoHurdle();
    }

    [Fact]
    public async Task How_many_wait_for_a_place_in_a_full_room_is_seen_as_it_changes()
    {
        await Enter();
        await Room.Replan((await Room.Page(null)).Plan with { Capacity = 2 }, _setup.Organizer);

        await Room.Register(await _setup.Joined(RoomSetup.Address("omar")));

        await Expect(Part(_olga, "strip")).ToHaveTextAsync("Waiting for a place: 1");
        await Expect(Part(_anna, "strip")).Not.ToContainTextAsync("Waiting");
        await Press(_olga, "More…");
        await Expect(Part(_olga, "desk-clock")).ToContainTextAsync("Waiting for a place: 1");
        await Room.Register(await _setup.Joined(RoomSetup.Address("lena")));
        await Expect(Part(_olga, "desk-clock")).ToContainTextAsync("Waiting for a place: 2");
        await _olga.FindNoHurdle();
        await _olga.Photograph("room-desk-waiting");
        await Room.Replan((await Room.Page(null)).Plan with { Capacity = 4 }, _setup.Organizer);
        await Expect(Part(_olga, "desk-clock")).Not.ToContainTextAsync("Waiting");
    }

    [Fact]
    public async Task What_a_table_asked_for_is_over_with_its_round()
    {
        await Enter();
        await Room.StartRound(_setup.Organizer, 0);
        await Press(_anna, "Ask for more time");
        await Expect(Part(_olga, "asking")).ToBeVisibleAsync();

        await Room.EndRound(_setup.Organizer, 1);

        await Expect(Part(_olga, "phase")).ToHaveTextAsync("Break");
        await Expect(Part(_olga, "asking")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_refused_at_the_desk_stays_to_be_read()
    {
        await Press(_olga, "More…");
        await Press(_olga, "Seat by hand");
        var refusal = Part(_olga, "desk").Locator("[data-refusal]");
        await Expect(refusal).ToContainTextAsync("at least two people");

        // What the desk asks for by itself when somebody comes takes nothing away.
        await Enter();
        await Expect(Part(_olga, "roll").Locator("li")).ToHaveCountAsync(2);
        await Expect(refusal).ToContainTextAsync("at least two people");
        await _olga.FindNoHurdle();
    }

    [Fact]
    public async Task The_keyboard_stays_at_the_person_whose_messages_were_paused()
    {
        await Enter();
        await Press(_olga, "More…");
        await Part(_olga, "roll").Locator("summary", new() { HasText = _anna.Name }).PressAsync("Enter");
        await _olga.Page.GetByRole(AriaRole.Button, new() { Name = $"Pause messages: {_anna.Name}" }).PressAsync("Enter");

        await Expect(_olga.Page.GetByRole(AriaRole.Button, new() { Name = $"Allow messages: {_anna.Name}" })).ToBeVisibleAsync();
        await Expect(Part(_olga, "roll").Locator("summary", new() { HasText = _anna.Name })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_locked_room_is_seen_from_the_bar_and_opened_from_there()
    {
        await Press(_olga, "More…");
        await Press(_olga, "Lock the room");
        await Expect(Part(_olga, "lock")).ToHaveAttributeAsync("aria-pressed", "true");
        await _anna.Page.GotoAsync(_setup.Path);
        await Expect(_anna.Page.GetByText("This room is locked")).ToBeVisibleAsync();
        await Press(_olga, "Done");
        await Expect(Part(_olga, "locked")).ToContainTextAsync("Nobody new comes in");
        await _olga.FindNoHurdle();
        await _olga.Photograph("room-locked-organizer");

        await Press(_olga, "Unlock");

        await Expect(Part(_olga, "locked")).ToBeHiddenAsync();
        await Expect(Part(_olga, "title")).ToBeFocusedAsync();
        await _anna.Page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
        await Expect(Part(_anna, "phase")).ToHaveTextAsync("Lobby");
    }

    [Fact]
    public async Task Who_was_taken_out_and_let_in_again_comes_back_by_looking_again()
    {
        await Enter();
        await Room.TakeOut(_setup.Organizer, 1);
        await Expect(Part(_anna, "out")).ToBeVisibleAsync();
        await Room.LetIn(_setup.Organizer, 1);

        await _anna.Page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();

        await Expect(Part(_anna, "phase")).ToHaveTextAsync("Lobby");
    }

    [Fact]
    public async Task A_contact_with_nothing_ticked_is_not_sent()
    {
        await Enter();
        await _anna.Page.GetByRole(AriaRole.Button, new() { Name = "Share contact" }).ClickAsync();
        var dialog = Part(_anna, "share-dialog");
        var email = dialog.GetByRole(AriaRole.Checkbox, new() { Name = "E-mail" });
        await email.UncheckAsync();

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Tick what you want to give.");
        await Expect(email).ToBeFocusedAsync();
        await _anna.FindNoHurdle();
        await email.CheckAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();
        await Expect(Part(_olga, "received")).ToContainTextAsync(_anna.Name);
    }

    [Fact]
    public async Task Times_are_written_as_the_pages_write_them()
    {
        await Expect(Part(_olga, "program").Locator("li").Nth(1)).ToHaveTextAsync(new Regex(@"^Round 1 ≈ \d{1,2}:\d\d\s[AP]M$"));
        await Press(_olga, "More…");
        await Expect(Part(_olga, "roll")).ToContainTextAsync(new Regex(@"here since \d{1,2}:\d\d\s[AP]M"));
        var shown = await Part(_olga, "roll").Locator("small").First.TextContentAsync();

        await _olga.Page.GotoAsync($"{_setup.Path}/attendance");

        // The one writes a narrow space where the other has a common one.
        var joined = (await _olga.Page.GetByRole(AriaRole.Cell).First.TextContentAsync())!.Replace('\u202f', ' ');
        Assert.EndsWith(joined, shown!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_happen_follows_the_plan()
    {
        await Enter();
        var plan = (await Room.Page(null)).Plan;
        await Expect(Part(_anna, "steps")).ToContainTextAsync("Rounds: 2.");

        await Room.Replan(plan with { Rounds = 3, FloorTime = TimeSpan.FromMinutes(10) }, _setup.Organizer);

        await Expect(Part(_anna, "steps")).ToContainTextAsync("Rounds: 3.");
        await Expect(Part(_anna, "steps")).ToContainTextAsync("The floor is open");
    }

    [Fact]
    public async Task Before_anybody_may_lead_a_room_without_an_organizer_everybody_sees_when()
    {
        var begun = DateTimeOffset.UtcNow.AddMinutes(-1);
        var room = await _setup.Community.OpenRoom(new RoomPlan { Title = "Late", StartsAt = begun }, _setup.Organizer);

        await _anna.Page.GotoAsync($"/rooms/{room:N}");

        await Expect(Part(_anna, "lead")).ToContainTextAsync(new Regex(@"you can take the lead in [12]:\d\d"));
        await Expect(_anna.Page.GetByRole(AriaRole.Button, new() { Name = "I will lead" })).ToBeHiddenAsync();
        await _anna.FindNoHurdle();
        await _anna.Photograph("room-lead-soon");
    }

    [Fact]
    public async Task Who_has_dropped_can_still_be_made_out()
    {
        await Enter();
        await _anna.Page.CloseAsync();

        await Expect(Part(_olga, "people").Locator(".room-away")).ToContainTextAsync(_anna.Name);
        await _olga.FindNoHurdle();
    }

    private async Task Enter()
    {
        await _anna.Page.GotoAsync(_setup.Path);
        await Expect(Part(_anna, "phase")).ToHaveTextAsync("Lobby");
    }

    private static Task Press(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
