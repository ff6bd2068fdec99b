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
        await Press(Organizer, "Start introductions");
        await Expect(Part(Organizer, "phase")).ToHaveTextAsync("Introductions");
        var name = Names.Single((await Part(Organizer, "stage").TextContentAsync())!.Contains);
        var (speaker, listener) = (_people.Single(person => person.Name == name), _people.Last(person => person.Name != name));
        await Expect(Part(listener, "stage")).ToContainTextAsync(name);

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
        await Press(Organizer, "Start round 1");
        await Press(Organizer, "End round");
        await Press(Organizer, "Open the floor");
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
        await Press(Organizer, "End the open floor");
        await Expect(Part(omar, "phase")).ToHaveTextAsync("Break");
    }

    private static async Task Ask(Person person, string question, string? to = null)
    {
        if (to is not null)
            await person.Page.GetByLabel("Whom to ask").SelectOptionAsync(to);
        await person.Page.GetByLabel("Your question, seen by all").FillAsync(question);
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
