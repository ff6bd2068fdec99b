using Microsoft.Playwright;
using Weave.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer and three members do with each other what a room is for, from the stage to the page after it.</summary>
public sealed class FloorJourneyTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Schmidt"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    private Person Organizer => _people[0];

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"f{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1, SpeakerTime = TimeSpan.FromSeconds(120), FloorTime = TimeSpan.FromMinutes(20) });
            var member = await _setup.Joined(address);
            await weave.Grains.GetGrain<IMemberGrain>(member).Change(new ProfileChange { Headline = "Founder of a fintech start-up", Interests = ["fintech", "AI"] });
            await weave.Grains.GetGrain<IMemberGrain>(member).SetCard(new ContactCard { Email = address, Telegram = $"weave_f{i}" });
        }
        foreach (var person in _people)
            await person.Page.GotoAsync(_setup.Path);
        await Expect(Part(Organizer, "people").Locator("[data-person]")).ToHaveCountAsync(Names.Length);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_on_the_stage_is_wished_for_written_to_and_applauded()
    {
        await Organizer.MoveOn("Start introductions");
        await Expect(Part(Organizer, "phase")).ToHaveTextAsync("Introductions");
        var name = Names.Single((await Part(Organizer, "stage").TextContentAsync())!.Contains);
        var (speaker, listener) = (_people.Single(person => person.Name == name), _people.Last(person => person.Name != name));
        await Expect(Part(listener, "stage")).ToContainTextAsync(name);

        await Press(listener, "I would rather not speak");
        await Expect(Part(listener, "stage-note")).ToHaveTextAsync("You are not in line.");
        await Expect(Part(speaker, "stage-line")).Not.ToContainTextAsync(listener.Name);
        await Press(listener, "Put me in line");
        await Expect(Part(speaker, "stage-line")).ToContainTextAsync(listener.Name);

        var wish = Part(listener, "stage").GetByRole(AriaRole.Button, new() { Name = $"I want to meet: {name}" });
        await wish.FocusAsync();
        await listener.Page.Keyboard.PressAsync("Enter");
        var wished = Part(listener, "stage").GetByRole(AriaRole.Button, new() { Name = $"You want to meet: {name}" });
        await Expect(wished).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(wished).ToBeFocusedAsync();
        await Press(listener, "Applause");
        await Expect(Part(speaker, "applause")).ToHaveTextAsync("Signs you got: 1");
        await listener.Page.GetByLabel($"Write to {name}").FillAsync("I know somebody for you");
        await listener.Page.Keyboard.PressAsync("Enter");

        await Expect(Part(speaker, "unseen")).ToContainTextAsync("I know somebody for you");
        await Expect(Part(listener, "strip")).ToHaveTextAsync($"Sent to {name}.");
        await Look("floor-stage", listener, speaker);
        await speaker.Page.ReloadAsync();
        await Expect(Part(speaker, "unseen")).ToContainTextAsync("I know somebody for you");
        await Press(speaker, "I have seen it");
        await Expect(Part(speaker, "unseen-part")).ToBeHiddenAsync();
        await Expect(Part(speaker, "whispers")).ToContainTextAsync("I know somebody for you");
        await listener.Page.ReloadAsync();
        await Expect(wished).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task Hands_take_the_floor_in_order_and_questions_are_voted_for()
    {
        var (anna, omar, lena) = (_people[1], _people[2], _people[3]);
        await Organizer.MoveOn("Start round 1");
        await Organizer.MoveOn("End round");
        await Organizer.MoveOn("Open the floor");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Open floor");
        await Expect(Part(anna, "floor-note")).ToContainTextAsync("Nobody is speaking");

        await Press(anna, "Raise my hand");
        await Expect(Part(omar, "stage")).ToContainTextAsync(anna.Name);
        await Press(omar, "Raise my hand");
        await Expect(Part(lena, "next")).ToHaveTextAsync($"Next: {omar.Name}. Hands up: 1.");
        await Ask(lena, "What would you do differently?", to: anna.Name);
        await Ask(omar, "When is the next evening?");
        await Expect(Part(anna, "questions").Locator("article")).ToHaveCountAsync(2);
        await Part(anna, "questions").GetByRole(AriaRole.Button, new() { Name = "Important to 0: When is the next evening?" }).ClickAsync();
        await Expect(Part(lena, "questions").Locator("article").First).ToContainTextAsync("When is the next evening?");
        await Look("floor-open", lena, Organizer);

        await Press(Organizer, "Answered: When is the next evening?");
        await Expect(Part(lena, "questions").Locator("article").Last).ToContainTextAsync("answered");
        await Press(Organizer, "Hide: What would you do differently?");
        await Expect(Part(lena, "questions").Locator("article")).ToHaveCountAsync(1);
        await Press(anna, "I am done");
        await Expect(Part(omar, "stage-note")).ToHaveTextAsync("You have the floor.");

        // Who is still writing to the last one when the floor ends may finish.
        var word = lena.Page.GetByLabel($"Write to {omar.Name}");
        await word.FillAsync("Let us talk");
        await Organizer.MoveOn("End the open floor");
        await Expect(Part(omar, "phase")).ToHaveTextAsync("Break");
        await Expect(Part(lena, "stage")).ToBeEmptyAsync();
        await lena.FindNoHurdle();
        await word.PressAsync("Enter");
        await Expect(Part(omar, "unseen")).ToContainTextAsync("Let us talk");
        await Expect(Part(lena, "stage-part")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_table_changes_its_question_writes_together_and_calls_for_help()
    {
        await Organizer.MoveOn("Start round 1");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Round 1 of 1");
        var title = await Part(Organizer, "people-title").TextContentAsync();
        var tables = await Task.WhenAll(_people.Select(async person => (Person: person, Table: await Part(person, "people-title").TextContentAsync())));
        var table = tables.Where(seat => seat.Table != title).Select(seat => seat.Person).ToList();
        var (anna, boris) = (table[0], table[1]);

        var first = await Part(anna, "question-text").TextContentAsync();
        Assert.NotEqual(first, await Part(Organizer, "question-text").TextContentAsync());
        await Press(anna, "Another question");
        await Expect(Part(boris, "question-text")).Not.ToHaveTextAsync(first!);
        Assert.Equal(await Part(anna, "question-text").TextContentAsync(), await Part(boris, "question-text").TextContentAsync());

        await anna.Page.GetByLabel("Notes of the table").FillAsync("Call Lena");
        await Expect(boris.Page.GetByLabel("Notes of the table")).ToHaveValueAsync("Call Lena");
        await boris.Page.GetByLabel("Notes of the table").PressSequentiallyAsync("\nCall Mei");
        await Expect(anna.Page.GetByLabel("Notes of the table")).ToHaveValueAsync("Call Lena\nCall Mei");
        await Expect(Organizer.Page.GetByLabel("Notes of the table")).ToHaveValueAsync("");

        await Press(anna, "Ask an organizer to come");
        await Expect(Part(Organizer, "calls")).ToContainTextAsync($"asks for help ({anna.Name})");
        await Press(Organizer, "I am coming");
        await Expect(Part(boris, "help-note")).ToHaveTextAsync("Olga Petrova is coming.");
        await Look("floor-table", anna, Organizer);
        await Press(boris, "We need no help any more");
        await Expect(Part(Organizer, "calls-part")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Contacts_are_seen_before_they_are_sent_and_the_page_afterwards_brings_people_together()
    {
        await Press(_people[1], $"I want to meet: {_people[2].Name}");
        await Press(_people[2], "Share my contact with everybody here");
        var dialog = _people[2].Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("everybody in the room (3)");
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "E-mail" }).UncheckAsync();
        await Expect(dialog.Locator("[data-share-preview]")).Not.ToContainTextAsync("@example.org");
        await Expect(dialog.Locator("[data-share-preview]")).ToContainTextAsync("@weave_f2");
        await Look("floor-share", _people[2]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();
        await Expect(Part(_people[1], "received")).ToContainTextAsync("@weave_f2");
        await Part(_people[1], "received").GetByRole(AriaRole.Button, new() { Name = "Share back" }).ClickAsync();
        await Expect(_people[1].Page.Locator("[data-share-got]")).ToHaveTextAsync($"You have got from {_people[2].Name}: Telegram");
        await _people[1].Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Share my contact" }).ClickAsync();
        await Expect(Part(_people[1], "received")).ToContainTextAsync("You gave them: E-mail, Telegram");

        await Organizer.MoveOn("Start round 1");
        foreach (var person in _people)
            await Expect(Part(person, "phase")).ToHaveTextAsync("Round 1 of 1");
        var title = await Part(Organizer, "people-title").TextContentAsync();
        var seats = await Task.WhenAll(_people.Select(async person => (Person: person, Table: await Part(person, "people-title").TextContentAsync())));
        var missed = seats.First(seat => seat.Table != title).Person;
        var mate = seats.Single(seat => seat.Table == title && seat.Person != Organizer).Person;
        await Organizer.Page.GetByLabel("Notes of the table").FillAsync("Meet again in March");
        await Expect(Part(Organizer, "note-saved")).ToHaveTextAsync("Saved.");
        await Organizer.MoveOn("End round");
        await Press(Organizer, $"I want to meet: {missed.Name}");
        await Press(Organizer, "Close room");
        await Organizer.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close room" }).ClickAsync();
        await Organizer.AtOnce();

        await Expect(Organizer.Page.GetByText("Meet again in March")).ToBeVisibleAsync();
        await Press(Organizer, "5");
        await Press(Organizer, "Yes");
        await Expect(Organizer.Page.GetByText("Thank you.", new() { Exact = true })).ToBeVisibleAsync();
        await Press(Organizer, $"Ask for an introduction: {missed.Name}");
        await Expect(Organizer.Page.GetByText("Asked. You will be told when they agree.")).ToBeVisibleAsync();
        await Press(Organizer, $"Add to my contacts: {mate.Name}");
        await Expect(Organizer.Page.Locator(".room-person").Filter(new() { HasText = mate.Name })).ToContainTextAsync("In your contact book");
        await Look("floor-after", Organizer);

        await missed.Page.ReloadAsync();
        await Expect(missed.Page.GetByRole(AriaRole.Heading, new() { Name = "They would like to meet you" })).ToBeVisibleAsync();
        await Look("floor-asked", missed);
        await Press(missed, "Yes, introduce us");
        await Expect(missed.Page.Locator(".room-person").Filter(new() { HasText = Organizer.Name })).ToContainTextAsync("@weave_f0");
        await Organizer.Page.ReloadAsync();
        await Expect(Organizer.Page.GetByRole(AriaRole.Heading, new() { Name = "Whom you wanted to meet and did not" })).ToHaveCountAsync(0);
    }

    private static async Task Ask(Person person, string question, string? to = null)
    {
        if (to is not null)
            await person.Page.GetByLabel("Whom to ask").SelectOptionAsync(to);
        await person.Page.GetByLabel("Your question").FillAsync(question);
        await person.Page.Keyboard.PressAsync("Enter");
    }

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");

    private static Task Press(Person person, string name) => person.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static async Task Look(string title, params Person[] people)
    {
        foreach (var (person, i) in people.Select((person, i) => (person, i)))
        {
            await person.FindNoHurdle();
            await person.Photograph($"{title}-{i}");
        }
    }
}
