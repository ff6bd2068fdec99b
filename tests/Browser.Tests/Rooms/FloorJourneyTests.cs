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
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1, SpeakerTime = TimeSpan.FromSeconds(120) });
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
