using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Weave.Contacts;
using Weave.Members;
using Weave.Telegram;
using Weave.Telegram.Emulator;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>A club evening from its template to the page after it: an organizer and five members on desks and phones, one of them in Russian, and one who has nothing but a chat.</summary>
public sealed class ClubEveningTests(BotApp weave, Chromium chromium) : IClassFixture<BotApp>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Schmidt", "Иван Соколов", "Mei Chen"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;
    private BotUser _noor = default!;

    /// <summary>The message of the room in Noor's chat as it was last seen.</summary>
    private ChatMessage _chat = default!;

    /// <summary>How many Anna has given her contact to.</summary>
    private int _given;

    private Person Olga => _people[0];

    private Person Anna => _people[1];

    private Person Ivan => _people[4];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"e{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name, i % 2 == 0 ? Screens.Wide : Screens.Narrow, i == 4 ? "ru-RU" : "en-GB"));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address);
            var member = weave.Grains.GetGrain<IMemberGrain>(await _setup.Joined(address));
            await member.Change(new ProfileChange { Headline = "Founder of a fintech start-up", Interests = ["fintech", "AI"] });
            await member.SetCard(new ContactCard { Email = address, Telegram = $"weave_e{i}" });
        }
        _noor = weave.Newcomer("Noor");
        await _noor.Joins(_setup.Community.GetPrimaryKeyString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task A_club_evening_goes_from_its_template_through_all_phases_to_contacts_and_feedback()
    {
        await PlanAndComeIn();
        await Introduce();
        for (var round = 1; round <= 3; round++)
            await Talk(round);
        await AskOnTheFloor();
        await LookBack();
    }

    private async Task PlanAndComeIn()
    {
        var page = Olga.Page;
        await page.GotoAsync($"/c/{_setup.Community.GetPrimaryKeyString()}/organize/rooms");
        await Press(Olga, "Club evening");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Club evening" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GetByLabel("Title").FillAsync("Evening of the club");
        await Press(Olga, "Open the room");
        await Expect(Part(Olga, "phase")).ToHaveTextAsync("Lobby");
        await Expect(Part(Olga, "program").Locator("li")).ToHaveTextAsync(
            (Regex[])[new("^Lobby$"), new("Introductions ≈"), new("Round 1 ≈"), new("Round 2 ≈"), new("Round 3 ≈"), new("Open floor ≈"), new("Contacts ≈")]);

        await Ivan.Page.GotoAsync("/");
        await Press(Ivan, "Русский");
        foreach (var person in _people.Skip(1))
            await person.Page.GotoAsync(page.Url);
        var card = await _noor.Taps(await _noor.Says("/rooms"), "Evening of the club");
        _chat = await _noor.Taps(card, "Join here");
        foreach (var person in _people)
            await Expect(Part(person, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length + 1);
        await Expect(Part(Ivan, "phase")).ToHaveTextAsync("Сбор");
        await Look("club-lobby", Ivan);
    }

    private async Task Introduce()
    {
        await SeeThemComing();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Names.Length; i >= 0; i--)
        {
            foreach (var person in _people.Where(person => person != Ivan))
                await Expect(Part(person, "next")).ToHaveTextAsync(new Regex(i == 0 ? "short break" : $"Still in line: {i}"));
            var speaker = Names.Append(_noor.FirstName).Single((await Part(Olga, "stage").TextContentAsync())!.Contains);
            Assert.True(seen.Add(speaker), $"{speaker} is on the stage for the second time.");
            if (speaker == _noor.FirstName)
            {
                await SpeakFromTheChat();
                continue;
            }
            _chat = await _noor.Until(speaker);
            var theirs = _people[Array.IndexOf(Names, speaker)];
            await Expect(Part(theirs, "stage-done")).ToBeVisibleAsync();
            if (seen.Count == 1)
            {
                // Looking takes its time, and nobody else shall come on the stage meanwhile.
                await Press(Olga, "+1 min");
                await Look("club-stage", _people.First(person => person != theirs && person != Ivan), theirs);
            }
            if (seen.Count == 2)
                await Press(Olga, "Next person");
            else
                await Part(theirs, "stage-done").ClickAsync();
        }

        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync(person == Ivan ? "Перерыв" : "Break");
    }

    /// <summary>Everybody has ten seconds to finish a word, and an organizer may think again.</summary>
    private async Task SeeThemComing()
    {
        await Press(Olga, "Start introductions");
        await Expect(Part(Anna, "countdown")).ToHaveTextAsync(new Regex(@"^Introductions begin in \d+$"));
        await Press(Olga, "Not yet");
        await Expect(Part(Anna, "countdown")).ToBeEmptyAsync();
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Lobby");
        await Press(Olga, "Start introductions");
        await Expect(Part(Ivan, "countdown")).ToHaveTextAsync(new Regex(@"^До представлений: \d+$"));
        await Look("club-countdown", Olga);
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Introductions", new() { Timeout = 15_000 });
    }

    /// <summary>Noor's words are read by the room, and the next one comes when she is done.</summary>
    private async Task SpeakFromTheChat()
    {
        _chat = await _noor.Until("It is your turn");
        _noor.Send("I help shops to sell abroad");
        foreach (var person in _people)
            await Expect(Part(person, "messages")).ToContainTextAsync("I help shops to sell abroad");
        await _noor.Toast(_chat, "Done, next ▸");
    }

    /// <summary>Noor sits with whom the browsers show her with, hears and is heard by them, and gives one of them her contact.</summary>
    private async Task TalkFromTheChat(int round)
    {
        _chat = await _noor.Until($"Round {round} of 3");
        var mates = new List<Person>();
        foreach (var person in _people)
        {
            if ((await Part(person, "people").TextContentAsync())!.Contains(_noor.FirstName, StringComparison.Ordinal))
                mates.Add(person);
        }
        Assert.All(_people, person => Assert.Equal(mates.Contains(person), _chat.Text.Contains(person.Name, StringComparison.Ordinal)));
        _noor.Send($"Hello from the train, {round}");
        foreach (var mate in mates)
            await Expect(Part(mate, "messages")).ToContainTextAsync($"Hello from the train, {round}");
        await mates[0].Page.Locator("[data-say] input").FillAsync($"Good to read you, {round}");
        await mates[0].Page.Keyboard.PressAsync("Enter");
        _chat = await _noor.Until($"{mates[0].Name}: Good to read you, {round}");
        if (round > 1)
            return;
        await _noor.Toast(_chat, $"My contact to {RoomLiveButtons.Short(mates[0].Name)}");
        await Expect(Part(mates[0], "received")).ToContainTextAsync(_noor.Username!);
    }

    private async Task Talk(int round)
    {
        await Olga.MoveOn($"Start round {round}");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync(person == Ivan ? $"Раунд {round} из 3" : $"Round {round} of 3");
        await Expect(Part(Ivan, "people-title")).ToHaveTextAsync(new Regex(@"^Стол \d$"));
        await TalkFromTheChat(round);
        if (round == 1)
        {
            await Look("club-round", Ivan);
            await Anna.Page.GetByRole(AriaRole.Button, new() { Name = "Share my contact with everybody at the table" }).ClickAsync();
            await Anna.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();
            var title = await Part(Anna, "people-title").TextContentAsync();
            foreach (var person in _people.Where(person => person != Anna && person != Ivan))
            {
                if (await Part(person, "people-title").TextContentAsync() == title)
                    await Expect(Part(person, "received")).ToContainTextAsync("@weave_e1");
            }
            _given = await Part(Anna, "people").Locator("[data-person]").CountAsync() - 1;
        }

        await Olga.MoveOn("End round");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync(person == Ivan ? "Перерыв" : "Break");
    }

    private async Task AskOnTheFloor()
    {
        await Expect(Part(Anna, "next")).ToContainTextAsync("Next: the open floor, 20 min");
        await Olga.MoveOn("Open the floor");
        await Press(Ivan, "Поднять руку");
        await Expect(Part(Anna, "stage")).ToContainTextAsync(Ivan.Name);
        await Press(Anna, "Raise my hand");
        await Ivan.Page.GetByLabel("Ваш вопрос").FillAsync("Когда следующая встреча?");
        await Ivan.Page.Keyboard.PressAsync("Enter");
        await Anna.Page.GetByRole(AriaRole.Button, new() { Name = "Important to 0: Когда следующая встреча?" }).ClickAsync();
        _chat = await _noor.Until("▲ 1 · Когда следующая встреча?");
        await _noor.Toast(_chat, "▲ 1 · Когда следующая встреча?");
        await Expect(Part(Olga, "questions")).ToContainTextAsync("▲ 2");
        await Look("club-floor", Olga, Ivan);
        await Olga.MoveOn("End the open floor");
        await Expect(Part(Anna, "phase")).ToHaveTextAsync("Break");
        // The floor is over, also for who was away for a moment.
        await Anna.Page.ReloadAsync();
        await Expect(Part(Anna, "next")).ToHaveTextAsync(new Regex("an organizer closes the room"));
        await Expect(Part(Anna, "program")).Not.ToContainTextAsync("Open floor");
    }

    private async Task LookBack()
    {
        await Olga.Page.Locator("[data-organize] [data-do=close]").ClickAsync();
        await Olga.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close room" }).ClickAsync();
        await Olga.AtOnce();
        // What only the page of a room that is over has.
        foreach (var person in _people)
            await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "5", Exact = true })).ToBeVisibleAsync();
        foreach (var person in _people)
            await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = person == Ivan ? "С кем вы познакомились" : "Whom I met" })).ToBeVisibleAsync();
        Assert.Contains("Would you come again?", (await _noor.Taps(await _noor.Until("The room is over."), "4")).Text, StringComparison.Ordinal);
        await Expect(Anna.Page.GetByText("You gave them: ")).Not.ToHaveCountAsync(0);
        var given = (await weave.Grains.GetGrain<IContactBookGrain>((await weave.MemberOf(_noor)).Id).List(0, 10)).Items.Count(contact => contact.Name == Anna.Name);
        foreach (var person in _people.Where(person => person != Anna))
            given += await person.Page.GetByRole(AriaRole.Link, new() { Name = "@weave_e1" }).CountAsync();
        Assert.Equal(_given, given);
        await Press(Anna, "4");
        await Press(Anna, "Yes");
        await Expect(Anna.Page.GetByText("Thank you.", new() { Exact = true })).ToBeVisibleAsync();
        await Press(Ivan, "5");
        await Expect(Ivan.Page.GetByRole(AriaRole.Button, new() { Name = "5", Exact = true })).ToHaveAttributeAsync("aria-pressed", "true");
        await Look("club-after", Ivan);
    }

    private static Task Press(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");

    private static async Task Look(string title, params Person[] people)
    {
        foreach (var (person, i) in people.Select((person, i) => (person, i)))
        {
            await person.FindNoHurdle();
            await person.Photograph($"{title}-{i}");
        }
    }
}
