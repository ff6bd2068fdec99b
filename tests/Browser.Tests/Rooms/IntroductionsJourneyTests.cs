using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer and two members introduce themselves before the rounds.</summary>
public sealed class IntroductionsJourneyTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"i{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address, new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow, SpeakerTime = TimeSpan.FromSeconds(120) });
            await _setup.Joined(address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_has_the_stage_once_before_the_first_round()
    {
        var organizer = _people[0].Page;
        foreach (var person in _people)
            await person.Page.GotoAsync(_setup.Path);
        await Expect(organizer.Locator("[data-people] [data-person]")).ToHaveCountAsync(Names.Length);
        await Expect(organizer.Locator("[aria-current=step]")).ToHaveTextAsync("Lobby");

        await organizer.GetByRole(AriaRole.Button, new() { Name = "Start introductions" }).ClickAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++)
        {
            foreach (var person in _people)
                await Expect(person.Page.Locator("[data-next]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(i == Names.Length - 1 ? "short break" : $"Still in line: {Names.Length - 1 - i}"));
            var speaker = Names.Single((await organizer.Locator("[data-stage]").TextContentAsync())!.Contains);
            Assert.True(seen.Add(speaker));
            var theirs = _people[Array.IndexOf(Names, speaker)];
            if (i == 0)
            {
                await theirs.FindNoHurdle();
                await theirs.Photograph("room-stage");
                await organizer.GetByRole(AriaRole.Button, new() { Name = "Next person" }).ClickAsync();
            }
            else
            {
                await theirs.Page.GetByRole(AriaRole.Button, new() { Name = "I am done" }).ClickAsync();
            }
        }

        foreach (var person in _people)
            await Expect(person.Page.Locator("[data-phase]")).ToHaveTextAsync("Break");
        await organizer.GetByRole(AriaRole.Button, new() { Name = "Start round 1" }).ClickAsync();
        await Expect(organizer.Locator("[data-phase]")).ToHaveTextAsync("Round 1 of 4");
    }
}
