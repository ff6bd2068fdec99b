using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Weave.Rooms;

/// <summary>How a room looks to who comes to its link.</summary>
public sealed class EntranceTests(LiveWeave weave, Chromium chromium) : IClassFixture<LiveWeave>
{
    [Fact]
    public async Task Who_opens_a_link_for_the_first_time_sees_when_it_begins_in_their_own_zone()
    {
        var setup = await new RoomSetup(weave.Grains).Open(RoomSetup.Address("olga"), new RoomPlan { Title = "Club evening", StartsAt = DateTimeOffset.UtcNow.AddDays(3), TableSize = 2, Rounds = 2 });
        await using var browser = await chromium.Browser.NewContextAsync(new() { BaseURL = weave.Url.AbsoluteUri, Locale = "en-GB", TimezoneId = "Asia/Tokyo" });
        var page = await browser.NewPageAsync();

        await page.GotoAsync(setup.Path);

        await Expect(page.Locator(".lead time")).ToHaveAttributeAsync("title", new Regex(@"\(Asia/Tokyo\)"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in to come" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_no_more_than_a_name_is_asked_for_a_line_and_the_others_read_it_when_they_are_back()
    {
        var address = RoomSetup.Address("anna");
        await using var anna = await Person.SignIn(chromium, weave, address, "Anna Ivanova");
        var setup = await new RoomSetup(weave.Grains).Open(RoomSetup.Address("olga"));
        await setup.Joined(address);
        await anna.Page.GotoAsync(setup.Path);

        await anna.Page.GetByRole(AriaRole.Link, new() { Name = "Others see only your name" }).ClickAsync();
        await anna.Page.GetByLabel("What you do, in one line").FillAsync("Runs a bakery");
        await anna.Page.Keyboard.PressAsync("Enter");

        await Expect(anna.Page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(anna.Page).ToHaveURLAsync(new Regex(setup.Path));
        await Expect(anna.Page.Locator("[data-people]")).ToContainTextAsync("Runs a bakery");
        await Expect(anna.Page.GetByRole(AriaRole.Link, new() { Name = "Others see only your name" })).ToHaveCountAsync(0);
    }
}
