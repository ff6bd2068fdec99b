using Microsoft.Playwright;
using Weave.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer and five members, each in a browser of their own, from the link to the list of people met.</summary>
public sealed class RoomJourneyTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Schmidt", "Igor Sokolov", "Mei Chen"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    private Person Organizer => _people[0];

    private string Room => _setup.Path;

    public async ValueTask InitializeAsync()
    {
        var addresses = Names.Select((name, i) => RoomSetup.Address($"p{i}")).ToList();
        for (var i = 0; i < Names.Length; i++)
        {
            _people.Add(await Person.SignIn(chromium, weave, addresses[i], Names[i]));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(addresses[0]);
            await Describe(await _setup.Joined(addresses[i]), i, addresses[i]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_room_from_the_lobby_to_the_contacts()
    {
        foreach (var person in _people)
            await person.Page.GotoAsync(Room);
        foreach (var person in _people)
            await Expect(Part(person, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
        await GreetInTheLobby();
        await Look("room-lobby", _people[1], Organizer);

        await Organizer.MoveOn("Start round 1");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Round 1 of 2");
        // Who pressed the button goes on where the next ones are.
        await Expect(Organizer.Page.GetByRole(AriaRole.Button, new() { Name = "+1 min" })).ToBeFocusedAsync();
        var first = await Tables();
        Assert.Equal(Names.Length, first.SelectMany(table => table).Distinct(StringComparer.Ordinal).Count());

        await ChatStaysAtTheTable();
        await ContactsAreGivenAtTheTable();
        await Look("room-round", _people[1], Organizer);

        await Organizer.MoveOn("End round");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Break");
        await Look("room-break", _people[1]);

        await Organizer.MoveOn("Start round 2");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Round 2 of 2");
        Assert.DoesNotContain(Pairs(await Tables()), Pairs(first).Contains);

        await Organizer.Page.GetByRole(AriaRole.Button, new() { Name = "More…" }).ClickAsync();
        await Part(Organizer, "desk").GetByRole(AriaRole.Button, new() { Name = "Close room" }).ClickAsync();
        await Part(Organizer, "close-dialog").GetByRole(AriaRole.Button, new() { Name = "Close room" }).ClickAsync();
        await Organizer.AtOnce();
        foreach (var person in _people)
        {
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Whom I met" })).ToBeVisibleAsync();
            await Expect(person.Page.GetByText("Their contact for you:")).Not.ToHaveCountAsync(0);
        }

        await Look("room-closed", _people[1]);
    }

    [Fact]
    public async Task A_reload_and_a_second_tab_are_the_same_person_at_the_same_table()
    {
        foreach (var person in _people)
            await person.Page.GotoAsync(Room);
        foreach (var person in _people)
            await Expect(Part(person, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
        await Organizer.MoveOn("Start round 1");
        var anna = _people[1];
        await Expect(Part(anna, "people-title")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Table \\d"));
        var table = await Part(anna, "people-title").TextContentAsync();

        await anna.Page.ReloadAsync();
        await Expect(Part(anna, "people-title")).ToHaveTextAsync(table!);
        var second = await anna.Browser.NewPageAsync();
        await second.GotoAsync(Room);
        await Expect(second.Locator("[data-people-title]")).ToHaveTextAsync(table!);

        await Say(anna, "from the first tab");
        await Expect(second.GetByRole(AriaRole.Log)).ToContainTextAsync("from the first tab");
        await second.CloseAsync();
        await Expect(Part(Organizer, "people").Locator(".room-away")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_without_a_network_is_sent_when_it_is_back()
    {
        foreach (var person in _people)
            await person.Page.GotoAsync(Room);
        await Expect(Part(Organizer, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
        await Organizer.MoveOn("Start round 1");
        var anna = _people[1];
        await Expect(Part(anna, "chat-title")).ToHaveTextAsync("Table chat");

        await anna.Browser.SetOfflineAsync(true);
        await Expect(Part(anna, "strip")).ToContainTextAsync("Reconnecting");
        await Say(anna, "are you there?");
        await Expect(anna.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("waits for the connection");
        await anna.Photograph("room-offline");
        await anna.Browser.SetOfflineAsync(false);

        await Expect(Part(anna, "strip")).ToContainTextAsync("You are back", new() { Timeout = 2000 });
        await Expect(anna.Page.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("waits for the connection");
        await Expect(anna.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("are you there?");
    }

    [Fact]
    public async Task A_room_is_opened_with_a_title_and_one_press()
    {
        await Organizer.Page.GotoAsync($"/c/{_setup.Community.GetPrimaryKeyString()}/organize/rooms");
        await Look("room-new", Organizer);

        await Organizer.Page.GetByLabel("Title").FillAsync("Breakfast of founders");
        await Organizer.Page.GetByRole(AriaRole.Button, new() { Name = "Open the room" }).ClickAsync();

        await Expect(Organizer.Page.GetByRole(AriaRole.Heading, new() { Name = "Breakfast of founders" })).ToBeVisibleAsync();
        await Expect(Organizer.Page.GetByRole(AriaRole.Button, new() { Name = "Start round 1" })).ToBeVisibleAsync();
        await Organizer.Page.GotoAsync("/rooms");
        await Look("room-list", Organizer);
    }

    [Fact]
    public async Task Who_is_not_a_member_yet_joins_and_enters_with_one_press()
    {
        await using var guest = await Person.SignIn(chromium, weave, RoomSetup.Address("guest"), "Gita Rao");
        await guest.Page.GotoAsync(Room);
        await Look("room-entrance", guest);

        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Join Founders & CFOs and enter" }).ClickAsync();

        await Expect(Part(guest, "phase")).ToHaveTextAsync("Lobby");
    }

    private async Task ChatStaysAtTheTable()
    {
        foreach (var person in _people)
            await Say(person, $"Hello from {person.Name}");
        foreach (var person in _people)
            foreach (var other in _people)
            {
                var together = await TableOf(person) == await TableOf(other);
                await Expect(person.Page.GetByRole(AriaRole.Log).GetByText($"Hello from {other.Name}")).ToHaveCountAsync(together ? 1 : 0);
            }
    }

    private async Task ContactsAreGivenAtTheTable()
    {
        foreach (var person in _people)
        {
            await person.Page.GetByRole(AriaRole.Button, new() { Name = "Share my contact with everybody at the table" }).ClickAsync();
            var dialog = person.Page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Phone" }).UncheckAsync();
            if (person == _people[1])
                await Look("room-share", person);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();
        }

        foreach (var person in _people)
        {
            await Expect(Part(person, "received").GetByRole(AriaRole.Link, new() { NameRegex = new("@example.org") })).Not.ToHaveCountAsync(0);
            await Expect(Part(person, "received").GetByText("+49")).ToHaveCountAsync(0);
        }
    }

    /// <summary>Whoever waits talks to all who wait, and to those who come later.</summary>
    private async Task GreetInTheLobby()
    {
        await Say(_people[1], "Hello all");
        foreach (var person in _people)
            await Expect(Part(person, "messages")).ToContainTextAsync("Hello all");
        await Organizer.Page.ReloadAsync();
        await Expect(Part(Organizer, "messages")).ToContainTextAsync("Anna IvanovaHello all");
        await Expect(Part(Organizer, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
    }

    private static async Task Say(Person person, string text)
    {
        await person.Page.GetByLabel("Your message").FillAsync(text);
        await person.Page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");

    private static Task<string?> TableOf(Person person) => Part(person, "people-title").TextContentAsync();

    private async Task<List<List<string>>> Tables()
    {
        var seats = await Task.WhenAll(_people.Select(async person => (person.Name, Table: await TableOf(person))));
        return [.. seats.GroupBy(seat => seat.Table, StringComparer.Ordinal).Select(table => table.Select(seat => seat.Name).ToList())];
    }

    private static HashSet<(string, string)> Pairs(List<List<string>> tables) =>
        [.. tables.SelectMany(table => table.SelectMany(a => table.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b))))];

    private static async Task Look(string title, params Person[] people)
    {
        foreach (var (person, i) in people.Select((person, i) => (person, i)))
        {
            await person.FindNoHurdle();
            await person.Photograph(i == 0 ? title : $"{title}-organizer");
        }
    }

    private async Task Describe(Guid id, int i, string address)
    {
        string[] interests = ["fintech", "pricing", "hiring", "SaaS", "AI"];
        var member = weave.Grains.GetGrain<IMemberGrain>(id);
        await member.Change(new ProfileChange
        {
            Headline = new[] { "Community lead", "Founder of a fintech start-up", "CFO in retail", "Product manager", "Angel investor", "Head of people" }[i],
            Company = new[] { "Weave Club", "Ledgerly", "Haddad & Sons", "Nordlicht", "", "Lotus Labs" }[i],
            LooksFor = "a mentor for the first hundred customers",
            Offers = "an honest look at your numbers",
            Interests = [.. interests.Where((_, n) => n != i), "long walks"],
        });
        await member.SetCard(new ContactCard { Email = address, Phone = "+49 30 1234567", Telegram = $"weave_p{i}" });
    }
}
