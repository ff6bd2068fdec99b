using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>An organizer plans a room that comes again; members say that they will come, and one waits for a place.</summary>
public sealed class PlacesJourneyTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private static readonly string[] Names = ["Olga Petrova", "Anna Ivanova", "Omar Haddad", "Lena Fischer"];
    private readonly List<Person> _people = [];
    private RoomSetup _setup = default!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            var address = RoomSetup.Address($"p{i}");
            _people.Add(await Person.SignIn(chromium, weave, address, name));
            if (i == 0)
                _setup = await new RoomSetup(weave.Grains).Open(address);
            await _setup.Joined(address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
    }

    [Fact]
    public async Task A_room_is_planned_registered_for_waited_for_moved_and_called_off()
    {
        var (olga, anna, omar, lena) = (_people[0].Page, _people[1].Page, _people[2].Page, _people[3].Page);
        await olga.GotoAsync($"/c/{_setup.Community.GetPrimaryKeyString()}/organize/rooms");
        await olga.Locator("#title").FillAsync("CFO evening");
        await olga.Locator("#starts").FillAsync(DateTime.UtcNow.Date.AddDays(7).AddHours(18).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await olga.Locator("details summary").First.ClickAsync();
        await olga.Locator("#Capacity").FillAsync("2");
        await olga.GetByLabel("Repeats").SelectOptionAsync("TwoWeeks");
        await olga.GetByLabel("Tell the members").CheckAsync();
        await _people[0].FindNoHurdle();
        await _people[0].Photograph("room-new");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Open the room" }).ClickAsync();
        await olga.WaitForURLAsync("**/rooms/*");
        var room = new Uri(olga.Url).AbsolutePath;

        foreach (var page in new[] { anna, omar })
        {
            await page.GotoAsync(room);
            await page.GetByRole(AriaRole.Button, new() { Name = "I will come" }).ClickAsync();
            await Expect(page.GetByText("You have a place.")).ToBeVisibleAsync();
        }

        await anna.ReloadAsync();
        await Expect(anna.Locator(".room-coming li")).ToHaveCountAsync(2);
        await Expect(anna.GetByText("Every two weeks")).ToBeVisibleAsync();
        await _people[1].FindNoHurdle();
        await _people[1].Photograph("room-ahead");

        await lena.GotoAsync(room);
        await _people[3].FindNoHurdle();
        await lena.GetByRole(AriaRole.Button, new() { Name = "Put me in line" }).ClickAsync();
        await Expect(lena.GetByText("number 1 in line")).ToBeVisibleAsync();
        await _people[3].Photograph("room-waiting");
        await omar.GetByRole(AriaRole.Button, new() { Name = "I cannot come" }).ClickAsync();
        await Expect(omar.GetByRole(AriaRole.Button, new() { Name = "Put me in line" }).Or(omar.GetByRole(AriaRole.Button, new() { Name = "I will come" }))).ToBeVisibleAsync();
        await lena.ReloadAsync();
        await Expect(lena.GetByText("You have a place.")).ToBeVisibleAsync();
        await lena.GetByRole(AriaRole.Button, new() { Name = "Do not ask me each time" }).ClickAsync();
        await Expect(lena.GetByRole(AriaRole.Button, new() { Name = "Ask me each time", Exact = true })).ToBeVisibleAsync();

        await olga.GotoAsync($"{room}/series");
        await _people[0].FindNoHurdle();
        await _people[0].Photograph("room-series");
        await olga.GotoAsync($"/c/{_setup.Community.GetPrimaryKeyString()}/organize/rooms");
        await olga.GetByRole(AriaRole.Link, new() { Name = "Move or call off: CFO evening" }).ClickAsync();
        await olga.WaitForURLAsync($"**{room}/date");
        await _people[0].FindNoHurdle();
        await _people[0].Photograph("room-date");
        await olga.GetByRole(AriaRole.Button, new() { Name = "Call the room off" }).ClickAsync();
        await olga.WaitForURLAsync("**/organize/rooms");
        await anna.ReloadAsync();
        await Expect(anna.GetByText("This room was called off.")).ToBeVisibleAsync();
    }
}
