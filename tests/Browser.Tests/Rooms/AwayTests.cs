using Microsoft.Playwright;
using Weave.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>Somebody follows a link out of a round, and comes back.</summary>
public sealed class AwayTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>, IAsyncLifetime
{
    private Person _olga = default!;
    private Person _anna = default!;
    private readonly string _address = RoomSetup.Address("anna");
    private RoomSetup _setup = default!;

    private IRoomGrain Room => weave.Grains.GetGrain<IRoomGrain>(_setup.Room);

    public async ValueTask InitializeAsync()
    {
        var olga = RoomSetup.Address("olga");
        _olga = await Person.SignIn(chromium, weave, olga, "Olga Petrova", Screens.Wide);
        _anna = await Person.SignIn(chromium, weave, _address, "Anna Ivanova");
        _setup = await new RoomSetup(weave.Grains).Open(olga, new RoomPlan { Title = "Breakfast", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 });
        await _setup.Joined(_address);
        foreach (var person in new[] { _olga, _anna })
        {
            await person.Page.GotoAsync(_setup.Path);
            await Expect(Part(person, "phase")).ToHaveTextAsync("Lobby");
        }

        await Room.StartRound(_setup.Organizer, 0);
        await Expect(Part(_anna, "people-title")).ToHaveTextAsync("Table 1");
    }

    public async ValueTask DisposeAsync()
    {
        await _olga.DisposeAsync();
        await _anna.DisposeAsync();
    }

    [Fact]
    public async Task Who_follows_a_link_out_of_a_round_keeps_their_seat_and_is_at_it_again_as_soon_as_they_are_back()
    {
        await _anna.Page.Locator("a[href^='/me']").First.ClickAsync();
        await _anna.Page.WaitForURLAsync("**/me*");

        var seat = Part(_olga, "people").Locator("[data-person='1']");
        await Expect(seat).ToContainTextAsync("dropped, may be back");
        await _anna.Page.GoBackAsync();

        await Expect(Part(_anna, "people-title")).ToHaveTextAsync("Table 1");
        await Expect(seat).ToContainTextAsync(_anna.Name);
        await Expect(seat).Not.ToContainTextAsync("dropped");
        var seen = await Room.Snapshot(_setup.Organizer);
        Assert.Equal([0, 1], Assert.Single(seen.Tables).Order());
    }

    [Fact]
    public async Task Who_has_no_contact_to_share_fills_it_in_and_is_back_at_their_table()
    {
        await weave.Grains.GetGrain<IMemberGrain>(await _setup.Member(_address)).SetCard(new ContactCard());
        await _anna.Page.ReloadAsync();
        await Part(_anna, "people").GetByText("Share contact").ClickAsync();
        await _anna.Page.GetByRole(AriaRole.Link, new() { Name = "Fill in my contact" }).ClickAsync();
        await _anna.Page.GetByLabel("Phone", new() { Exact = true }).FillAsync("+49 30 1234567");

        await _anna.Page.Locator("form:has(#Phone) button").ClickAsync();

        await Expect(Part(_anna, "people-title")).ToHaveTextAsync("Table 1");
        await Part(_anna, "people").GetByText("Share contact").ClickAsync();
        await Expect(Part(_anna, "share-preview")).ToContainTextAsync("+49 30 1234567");
    }

    private static ILocator Part(Person person, string name) => person.Page.Locator($"[data-{name}]");
}
