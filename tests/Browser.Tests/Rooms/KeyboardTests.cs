using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Weave.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer at a desk and a member on a narrow screen go through a whole room without a mouse; a third looks on.</summary>
public sealed class KeyboardTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    private Person Olga => _people[0];

    private Person Anna => _people[1];

    private Person Omar => _people[2];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in new[] { "Olga Petrova", "Anna Ivanova", "Omar Haddad" }.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"k{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name, i == 0 ? Screens.Wide : Screens.Narrow));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow, TableSize = 3, Rounds = 1, SpeakerTime = TimeSpan.FromSeconds(120), FloorTime = TimeSpan.FromMinutes(20) });
            var member = weave.Grains.GetGrain<IMemberGrain>(i == 1 ? await _setup.Member(address) : await _setup.Joined(address));
            await member.SetCard(new ContactCard { Email = address });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_room_needs_no_mouse_and_the_focus_is_never_lost()
    {
        var (olga, anna) = (new Keyboard(Olga), new Keyboard(Anna));
        await Omar.Page.GotoAsync(_setup.Path);
        await Olga.Page.GotoAsync(_setup.Path);
        await Anna.Page.GotoAsync(_setup.Path);
        await anna.Use("Join Founders & CFOs and enter");
        await Expect(Part(Anna, "people").Locator("[data-person]")).ToHaveCountAsync(3);
        await anna.Use("I want to meet: Omar Haddad", "Space");
        await Expect(Anna.Page.Locator(":focus")).ToHaveAttributeAsync("aria-pressed", "true");

        await olga.MoveOn("Start introductions");
        await Everybody("Introductions", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync(new Regex("on the stage"));
        await olga.MoveOn("End introductions");
        await Everybody("Break", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync("The introductions are over.");

        await olga.MoveOn("Start round 1");
        await Everybody("Round 1 of 1", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync("Round 1 begins. You are at table 1.");
        await anna.TabTo("Your message");
        await anna.Type("Hello both");
        await anna.Press("Enter");
        await Expect(Olga.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("Hello both");
        await Share(anna);

        await olga.Use("Pause");
        await Everybody("Paused", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync("The clock stands still.");
        await olga.Use("Go on");
        await Everybody("Round 1 of 1", olga, anna);
        await Lead(olga);

        // In the middle of a word the round ends.
        await anna.TabTo("Notes of the table");
        await anna.Type("Meet ag");
        await olga.MoveOn("End round");
        await Everybody("Break", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync("The round is over.");

        await olga.MoveOn("Open the floor");
        await Everybody("Open floor", olga, anna);
        await anna.Use("Raise my hand");
        await Expect(Part(Anna, "stage-note")).ToHaveTextAsync("You have the floor.");
        await anna.IsNotLost();
        await anna.TabTo("Your question");
        await anna.Type("When do we meet again?");
        await anna.Press("Enter");
        await Expect(Part(Olga, "questions")).ToContainTextAsync("When do we meet again?");
        await olga.Use("Answered: When do we meet again?");
        await Expect(Part(Anna, "questions")).ToContainTextAsync("answered");
        await olga.IsNotLost();
        await anna.Use("I am done");
        await Expect(Part(Anna, "floor-note")).ToContainTextAsync("Nobody is speaking");
        await anna.IsNotLost();
        await olga.MoveOn("End the open floor");
        await Everybody("Break", olga, anna);
        await Expect(Part(Anna, "announce")).ToHaveTextAsync("The open floor is over.");

        await olga.Use("Close room");
        Assert.Equal("Not yet", (await olga.Focus()).Name);
        await olga.Press("Escape");
        await olga.IsNotLost();
        await olga.Press("Enter");
        await olga.TabTo("Close room", "Shift+Tab");
        await olga.Press("Enter");
        await Expect(Olga.Page.Locator("[data-do=now]:focus")).ToBeEnabledAsync();
        await Expect(Part(Anna, "announce")).ToHaveTextAsync(new Regex(@"^The room closes in ([1-9]|10) seconds?$"));
        await olga.Press("Enter");
        // What only the page of a room that is over has.
        foreach (var person in _people)
            await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "5", Exact = true })).ToBeVisibleAsync();
        foreach (var person in _people)
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Whom I met" })).ToBeVisibleAsync();
        await Expect(Anna.Page.GetByRole(AriaRole.Heading, new() { Name = "Club evening" })).ToBeFocusedAsync();
        await anna.Use("5");
        await Expect(Anna.Page.GetByRole(AriaRole.Button, new() { Name = "5", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await anna.Use("Yes");
        await Expect(Anna.Page.GetByText("Thank you.", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_goes_on_where_the_room_begins()
    {
        await Omar.Page.GotoAsync(_setup.Path);
        await Expect(Part(Omar, "phase")).ToHaveTextAsync("Lobby");
        var omar = new Keyboard(Omar);
        await omar.Use("Leave the room");
        await Expect(Omar.Page.GetByRole(AriaRole.Button, new() { Name = "Come back" })).ToBeFocusedAsync();
        await omar.Press("Enter");
        await Expect(Part(Omar, "gone")).ToBeHiddenAsync();
        await Expect(Omar.Page.GetByRole(AriaRole.Heading, new() { Name = "Club evening" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_left_of_a_round_is_said_in_time_also_without_a_network()
    {
        await Olga.Page.GotoAsync(_setup.Path);
        await Omar.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow });
        await Omar.Page.GotoAsync(_setup.Path);
        await Expect(Part(Olga, "people").Locator("[data-person]")).ToHaveCountAsync(2);
        await Olga.MoveOn("Start round 1");
        await Expect(Part(Omar, "phase")).ToHaveTextAsync("Round 1 of 1");

        await Later(TimeSpan.FromSeconds(8 * 60 - 58));
        await Expect(Part(Omar, "strip")).ToHaveTextAsync("One minute left.");
        await Omar.Browser.SetOfflineAsync(true);
        await Expect(Part(Omar, "strip")).ToContainTextAsync("Reconnecting");
        await Later(TimeSpan.FromSeconds(8 * 60 - 28));
        await Expect(Part(Omar, "announce")).ToHaveTextAsync("30 seconds left.");
        await Expect(Part(Omar, "strip")).ToContainTextAsync("Reconnecting");
        await Later(TimeSpan.FromSeconds(8 * 60 - 9));
        await Expect(Part(Omar, "announce")).ToHaveTextAsync("10 seconds left.");
        await Expect(Part(Omar, "countdown")).ToHaveTextAsync(new Regex(@"^Break in \d$"));
        await Omar.FindNoHurdle();
        await Later(TimeSpan.FromSeconds(8 * 60 - 9));
        await Omar.Photograph("room-soon");

        Task Later(TimeSpan sinceItBegan) => Omar.Page.Clock.SetSystemTimeAsync(DateTime.UtcNow + sinceItBegan);
    }

    private async Task Share(Keyboard anna)
    {
        await anna.Use("Share contact: Omar Haddad");
        await Expect(Anna.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await anna.IsNotLost();
        await anna.Press("Escape");
        Assert.Contains("Share contact", (await anna.Focus()).Name, StringComparison.Ordinal);
        await anna.Press("Enter");
        await anna.Use("Share my contact");
        await Expect(Part(Omar, "received")).ToContainTextAsync(Anna.Name);
        await Expect(Anna.Page.Locator(":focus")).ToContainTextAsync("Contact shared");
    }

    /// <summary>Somebody says something to all, from the dialog of those who lead; Escape leads back to its button.</summary>
    private async Task Lead(Keyboard olga)
    {
        await olga.Use("More…");
        await olga.TabTo("Say something to everybody");
        await olga.Type("Coffee is served");
        await olga.Press("Enter");
        await Expect(Part(Anna, "notice")).ToContainTextAsync("Coffee is served");
        await olga.Press("Escape");
        Assert.Equal("More…", (await olga.Focus()).Name);
    }

    private async Task Everybody(string phase, params Keyboard[] keyboards)
    {
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync(phase);
        foreach (var keyboard in keyboards)
            await keyboard.IsNotLost();
    }

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
