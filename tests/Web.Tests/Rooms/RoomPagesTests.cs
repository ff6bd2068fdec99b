using System.Net;
using Weave.Communities;
using Weave.Matching;
using Xunit;

namespace Weave.Rooms;

public sealed class RoomPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _address = RoomSetup.Address("anna");

    [Fact]
    public async Task The_link_leads_a_stranger_by_way_of_signing_in_straight_back_to_the_room()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        using var stranger = new Visitor(weave.Url);

        await stranger.Open(setup.Path);

        Assert.Contains("Founders meet CFOs", stranger.Text, StringComparison.Ordinal);
        Assert.Contains($"/sign-in?ReturnUrl={Uri.EscapeDataString(setup.Path)}", stranger.Html, StringComparison.Ordinal);
        await stranger.SignIn(RoomSetup.Address("sam"), "Sam", setup.Path);
        Assert.Equal(setup.Path, stranger.Path);
    }

    [Fact]
    public async Task One_press_joins_an_open_community_and_enters()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        using var sam = new Visitor(weave.Url);
        await sam.SignIn(RoomSetup.Address("sam"), "Sam", setup.Path);

        await sam.Send("join");

        Assert.Contains("id=\"room\"", sam.Html, StringComparison.Ordinal);
        Assert.Contains("needs JavaScript", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_to_be_let_in_is_told_so()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address, admission: Admission.ByApproval);
        using var sam = new Visitor(weave.Url);
        await sam.SignIn(RoomSetup.Address("sam"), "Sam", setup.Path);

        await sam.Send("join");

        Assert.Contains("has to let you in first", sam.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"room\"", sam.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_too_late_that_they_will_come_reads_why_not()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address, new() { Title = "Breakfast", StartsAt = weave.Clock.GetUtcNow().AddDays(1) });
        using var sam = new Visitor(weave.Url);
        var address = RoomSetup.Address("sam");
        await sam.SignIn(address, "Sam", setup.Path);
        await setup.Joined(address);
        await sam.Open(setup.Path);
        await weave.Grains.GetGrain<IRoomGrain>(setup.Room).Cancel(setup.Organizer);

        await sam.Send("come");

        Assert.Contains("The room is closed.", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_room_is_not_found()
    {
        using var visitor = new Visitor(weave.Url);
        await visitor.Open($"/rooms/{Guid.CreateVersion7():N}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task A_closed_room_says_so_to_who_was_not_in_it()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        await weave.Grains.GetGrain<IRoomGrain>(setup.Room).Close(setup.Organizer, 0);
        using var anna = new Visitor(weave.Url);
        await anna.SignIn(_address, "anna", setup.Path);

        Assert.Contains("This room is closed", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_that_has_passed_is_refused_at_its_field_and_what_was_typed_stays()
    {
        var (anna, path) = await Organizing();
        await anna.Send("open-room", Form(startsAt: "2020-01-01T10:00"));

        Assert.Equal(path, anna.Path);
        Assert.Contains("id=\"StartsAt-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Breakfast\"", anna.Html, StringComparison.Ordinal);
        anna.Dispose();
    }

    [Fact]
    public async Task A_new_room_is_entered_at_once_and_found_in_the_lists()
    {
        var (anna, path) = await Organizing();
        await anna.Send("open-room", Form(startsAt: "2040-03-05T09:30"));

        Assert.StartsWith("/rooms/", anna.Path, StringComparison.Ordinal);
        Assert.Contains("id=\"room\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("Breakfast", (await anna.Open(path)).Text, StringComparison.Ordinal);
        Assert.Contains("Breakfast", (await anna.Open("/rooms")).Text, StringComparison.Ordinal);
        anna.Dispose();
    }

    [Fact]
    public async Task A_room_of_another_day_is_not_entered_yet_but_registered_for_seen_by_whom_moved_and_called_off()
    {
        var (anna, _) = await Organizing();
        await anna.Send("open-room", [.. Form(startsAt: "2040-03-06T10:00"), ("Tell", "true")]);
        var room = anna.Path;
        Assert.DoesNotContain("id=\"room\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody yet", anna.Text, StringComparison.Ordinal);

        await anna.Send("come");
        Assert.Contains("You have a place.", anna.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 30 places", anna.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20400306T", (await anna.Open($"{room}/room.ics")).Html, StringComparison.Ordinal);
        await anna.Open(room);
        await anna.Send("not-come");
        Assert.Contains("Nobody yet", anna.Text, StringComparison.Ordinal);

        await anna.Open($"{room}/date");
        await anna.Send("move", ("StartsAt", "2020-01-01T10:00"));
        Assert.Contains("id=\"StartsAt-error\"", anna.Html, StringComparison.Ordinal);
        await anna.Send("move", ("StartsAt", "2040-03-07T11:00"));
        Assert.Equal(room, anna.Path);
        Assert.Contains("DTSTART:20400307T", (await anna.Open($"{room}/room.ics")).Html, StringComparison.Ordinal);
        await anna.Open($"{room}/date");
        await anna.Send("cancel");
        Assert.Contains("This room was called off.", (await anna.Open(room)).Text, StringComparison.Ordinal);
        using var stranger = new Visitor(weave.Url);
        Assert.StartsWith("/sign-in", (await stranger.Open($"{room}/room.ics")).Path, StringComparison.Ordinal);
        anna.Dispose();
    }

    [Fact]
    public async Task The_page_and_the_entry_for_the_calendar_name_the_same_end_before_and_after_people_have_registered()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address, new()
        {
            Title = "Evening",
            StartsAt = new DateTimeOffset(2040, 3, 6, 10, 0, 0, TimeSpan.Zero),
            SpeakerTime = TimeSpan.FromSeconds(60),
            FloorTime = TimeSpan.FromMinutes(20),
        });
        using var anna = new Visitor(weave.Url);
        await anna.SignIn(_address, "anna", setup.Path);

        // Introductions of half of the 30, four rounds of 8 minutes, 20 minutes of open floor, and a minute between them.
        await Ends(TimeSpan.FromMinutes(70), "about 11:10");
        for (var i = 0; i < 20; i++)
            await weave.Grains.GetGrain<IRoomGrain>(setup.Room).Register(await setup.Joined(RoomSetup.Address($"g{i}")));
        await Ends(TimeSpan.FromMinutes(75), "about 11:15");
        Assert.Contains("Times are estimates for 20 people, in your time zone.", anna.Text, StringComparison.Ordinal);

        async Task Ends(TimeSpan length, string shown)
        {
            var entry = CalendarReading.Read((await anna.Open($"{setup.Path}/room.ics")).Html).Event;
            Assert.Equal(length, entry.End!.AsUtc - entry.Start!.AsUtc);
            Assert.Contains($"with their contacts. {shown}", Words((await anna.Open(setup.Path)).Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_the_doors_open_nobody_is_promised_to_enter_and_one_press_joins_and_takes_a_place()
    {
        var (anna, _) = await Organizing();
        await anna.Send("open-room", [.. Form(startsAt: "2040-03-06T10:00"), ("Input.SpeakerTime", "60")]);
        var room = anna.Path;
        Assert.Contains("href=\"" + room + "/plan\"", anna.Html, StringComparison.Ordinal);
        using var sam = new Visitor(weave.Url);

        await sam.Open(room);
        Assert.DoesNotContain("Enter the room", sam.Text, StringComparison.Ordinal);
        Assert.Contains("Sign in to come", sam.Text, StringComparison.Ordinal);
        await sam.SignIn(RoomSetup.Address("sam"), "Sam", room);
        Assert.Contains("Join Founders & CFOs and come", sam.Text, StringComparison.Ordinal);
        await sam.Send("join");

        Assert.Contains("You have a place.", sam.Text, StringComparison.Ordinal);
        // As long as few have said that they will come, times go by half of the places.
        Assert.Contains("about 10:15", Words(sam.Text), StringComparison.Ordinal);
        Assert.Contains("Times are estimates for 15 people, in your time zone.", sam.Text, StringComparison.Ordinal);
        anna.Dispose();
    }

    [Fact]
    public async Task Who_comes_too_late_for_a_full_room_is_not_told_to_be_the_first()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address, new RoomPlan { Title = "Small", StartsAt = weave.Clock.GetUtcNow(), Capacity = 2, TableSize = 2, Rounds = 1 });
        var room = weave.Grains.GetGrain<IRoomGrain>(setup.Room);
        foreach (var name in new[] { "one", "two" })
            await room.Join(await setup.Joined(RoomSetup.Address(name)), connection: null, host: null);
        var address = RoomSetup.Address("sam");
        await setup.Joined(address);
        using var sam = new Visitor(weave.Url);

        await sam.SignIn(address, "Sam", setup.Path);

        Assert.Contains("All places are taken.", sam.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("be the first", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_when_their_place_is_taken_reads_so_and_gets_in_line()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address, new RoomPlan { Title = "Small", StartsAt = weave.Clock.GetUtcNow(), Capacity = 2, TableSize = 2, Rounds = 1 });
        var room = weave.Grains.GetGrain<IRoomGrain>(setup.Room);
        var address = RoomSetup.Address("sam");
        await room.Register(await setup.Joined(address));
        weave.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var name in new[] { "one", "two" })
            await room.Join(await setup.Joined(RoomSetup.Address(name)), connection: null, host: null);
        using var sam = new Visitor(weave.Url);

        await sam.SignIn(address, "Sam", setup.Path);

        Assert.Contains("Your place was kept until ten minutes after the beginning. It is taken now.", sam.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You have a place.", sam.Text, StringComparison.Ordinal);
        await sam.Send("come");
        Assert.Contains("You wait for a place: number 1 in line.", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_that_is_on_is_in_the_list_however_many_are_planned()
    {
        var setups = new[] { await new RoomSetup(weave.Grains).Open(_address), await new RoomSetup(weave.Grains).Open(_address) };
        var now = weave.Clock.GetUtcNow();
        await setups[0].Community.RoomChanged(new(Guid.CreateVersion7(), "Right now", now.AddMinutes(-5), RoomPhase.Round, 5, 30));
        foreach (var setup in setups)
        {
            for (var day = 1; day < 40; day++)
                await setup.Community.RoomChanged(new(Guid.CreateVersion7(), $"Day {day}", now.AddDays(day), RoomPhase.Lobby, 0, 30));
        }
        using var anna = new Visitor(weave.Url);

        await anna.SignIn(_address, "anna", "/rooms");

        Assert.Contains("Right now", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_fills_the_form_in_keeps_what_was_typed_and_is_the_program_of_the_room()
    {
        var (anna, path) = await Organizing();
        await anna.Send("open-room", [.. Form(startsAt: "2040-03-05T09:30"), ("Template", "Club")]);
        Assert.Equal(path, anna.Path);
        Assert.Contains("value=\"Breakfast\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2040-03-05T09:30\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"60\" selected", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"20\" selected", anna.Html, StringComparison.Ordinal);
        Assert.Contains("30 places, tables of 4 · Introductions, 60 s each · Rounds: 3 × 10 min · Open floor, 20 min", anna.Text, StringComparison.Ordinal);

        await anna.Send("open-room", [.. Form(startsAt: "2040-03-05T09:30"), ("Input.SpeakerTime", "60"), ("Input.FloorTime", "20")]);

        Assert.Contains("Open floor, 20 min", anna.Text, StringComparison.Ordinal);
        Assert.Contains("Introductions, 60 s each", anna.Text, StringComparison.Ordinal);
        anna.Dispose();
    }

    [Fact]
    public async Task Only_organizers_see_the_page_for_organizers()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        var address = RoomSetup.Address("sam");
        await setup.Joined(address);
        using var sam = new Visitor(weave.Url);

        await sam.SignIn(address, "Sam", $"/c/{setup.Community.GetPrimaryKeyString()}/organize/rooms");

        Assert.Equal(HttpStatusCode.Forbidden, sam.Status);
    }

    private async Task<(Visitor Anna, string Path)> Organizing()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        var path = $"/c/{setup.Community.GetPrimaryKeyString()}/organize/rooms";
        var anna = new Visitor(weave.Url);
        await anna.SignIn(_address, "anna", path);
        return (anna, path);
    }

    /// <summary>With one common space between two words.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (string Name, string Value)[] Form(string startsAt) =>
    [
        ("Input.Title", "Breakfast"), ("Input.StartsAt", startsAt), ("Input.Capacity", "30"), ("Input.TableSize", "3"),
        ("Input.Rounds", "4"), ("Input.RoundLength", "8"), ("Input.VoiceUrl", ""),
    ];
}
