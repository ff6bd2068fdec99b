using System.Globalization;
using System.Text;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>A room that is planned, as those see it who have nothing but Telegram: places, the line, reminders, a move and its end.</summary>
public sealed class RoomPlacesTests(ForwardBotApp weave) : IClassFixture<ForwardBotApp>
{
    [Fact]
    public async Task From_the_announcement_to_the_open_room()
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var (anna, omar) = (await Person("Anna", slug), await Person("Omar", slug));
        await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(omar)).Id).Change(new ProfileChange { TimeZone = "America/New_York" });
        var begins = new DateTimeOffset(weave.Now.UtcDateTime.Date.AddDays(4).AddHours(16), TimeSpan.Zero);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "CFO evening", StartsAt = begins, Capacity = 2, TableSize = 2 }, organizer);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);
        await room.Announce(organizer);

        var invitation = await anna.Told("A live room: CFO evening");
        var card = await anna.Taps(invitation, "I will come");
        Assert.Contains("You have a place.", card.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 places taken", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Buttons, button => button.Text == "Join here");
        var calendar = await anna.Taps(card, "📅 Add to calendar");
        Assert.Equal(begins, CalendarReading.Read(Encoding.UTF8.GetString([.. calendar.Document!])).Event.Start());
        await room.Register(organizer);

        // Full: in line; a place given back is theirs, with an entry for the calendar.
        var late = await omar.Told("A live room: CFO evening");
        var full = await omar.Taps(late, "See the room");
        Assert.Contains("All places are taken.", full.Text, StringComparison.Ordinal);
        var line = await omar.Taps(full, "Put me in line");
        Assert.Contains("number 1 in line", line.Text, StringComparison.Ordinal);
        await room.Unregister(organizer);
        var free = await omar.Told("A place for you: CFO evening");
        Assert.Equal(begins, CalendarReading.Read(Encoding.UTF8.GetString([.. free.Document!])).Event.Start());

        // Moved: told with the new time, in the reader's zone.
        var later = begins.AddDays(1);
        await room.Reschedule(organizer, later);
        var moved = await omar.Told("CFO evening was moved");
        var local = TimeZoneInfo.ConvertTime(later, MeetingSlots.Zone("America/New_York"));
        Assert.Contains(local.ToString("t", CultureInfo.GetCultureInfo("en")), moved.Text, StringComparison.Ordinal);
        var entry = CalendarReading.Read(Encoding.UTF8.GetString([.. moved.Document!])).Event;
        Assert.Equal((later, 1), (entry.Start(), entry.Sequence));
        await anna.Told("CFO evening was moved");

        weave.SetTo(later.AddHours(-24).AddSeconds(1));
        await omar.Told("CFO evening begins ");
        weave.SetTo(later.AddHours(-1).AddSeconds(1));
        Assert.Contains((await omar.Told("In an hour: CFO evening")).Buttons, button => button.Text == "Join here");
        weave.SetTo(later.AddSeconds(1));
        var open = await omar.Told("The room is open: CFO evening");
        await omar.Toast(open, "Join here");
        await omar.Told("CFO evening\nYou are in.");
        Assert.Equal(1, (await room.Page(null)).Participants);
    }

    [Fact]
    public async Task A_place_is_given_back_and_a_room_called_off_in_Russian()
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var omar = await Person("Омар", slug, "ru");
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "Вечер", StartsAt = weave.Now.AddDays(60), Capacity = 2 }, organizer);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);

        // By a link to the room.
        var card = await omar.Says($"/start {RoomPress.Payload(id)}");
        var come = await omar.Taps(card, "Приду");
        Assert.Contains("У вас есть место.", come.Text, StringComparison.Ordinal);
        var not = await omar.Taps(come, "Не смогу прийти");
        Assert.Contains(not.Buttons, button => button.Text == "Приду");
        await omar.Taps(not, "Приду");
        await room.Cancel(organizer);
        var off = await omar.Told("Отменено: Вечер");
        Assert.Equal("CANCEL", CalendarReading.Read(Encoding.UTF8.GetString([.. off.Document!])).Method);
    }

    [Fact]
    public async Task Somebody_without_an_account_follows_a_link_to_a_room_and_is_in_it_after_two_taps()
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "Breakfast", StartsAt = weave.Now }, organizer);
        var lena = weave.Newcomer("Lena");

        var greeting = await lena.Says($"/start {RoomPress.Payload(id)}");
        Assert.Contains("Breakfast", greeting.Text, StringComparison.Ordinal);
        await lena.Press(greeting, greeting.Buttons.Single().Text, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var card = await lena.Told("Breakfast\n");
        var lobby = await lena.Taps(card, "Join here");

        Assert.Contains("You are in.", lobby.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await weave.Grains.GetGrain<IRoomGrain>(id).Page(null)).Participants);

        // Who stops the bot has left.
        lena.Block();
        await lena.Says("/rooms");
        Assert.Equal(0, (await weave.Grains.GetGrain<IRoomGrain>(id).Page(null)).Participants);
    }

    [Fact]
    public async Task Who_is_asked_each_time_says_so_by_a_button_and_hears_of_the_next_room_when_one_begins()
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var anna = await Person("Anna", slug);
        var begins = new DateTimeOffset(weave.Now.UtcDateTime.Date.AddDays(3).AddHours(17), TimeSpan.Zero);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenSeries(new RoomPlan { Title = "Club", StartsAt = begins }, RoomEvery.Week, organizer);
        var annas = (await weave.MemberOf(anna)).Id;

        var card = await anna.Says($"/start {RoomPress.Payload(id)}");
        Assert.Contains("🔁 Every week", card.Text, StringComparison.Ordinal);
        var asked = await anna.Taps(card, "Ask me each time");
        Assert.Equal(card.Id, asked.Id);
        var not = await anna.Taps(asked, "Do not ask me each time");
        await anna.Taps(not, "Ask me each time");
        Assert.True((await Series(id, annas)).Subscribed);

        weave.SetTo(begins.AddSeconds(1));
        var next = await anna.Told("A live room: Club");
        Assert.NotEqual(id, (await Series(id, annas)).Room);
        var coming = await anna.Taps(next, "I will come");
        Assert.Contains("You have a place.", coming.Text, StringComparison.Ordinal);
        Assert.Equal(RoomPlace.Coming, (await weave.Grains.GetGrain<IRoomGrain>((await Series(id, annas)).Room).Page(annas)).Mine);
    }

    [Fact]
    public async Task Whoever_comes_when_their_place_is_taken_reads_so_and_gets_in_line()
    {
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var community = weave.Grains.GetGrain<ICommunityGrain>(slug);
        var anna = await Person("Anna", slug);
        var begins = weave.Now.AddDays(1);
        var id = await community.OpenRoom(new RoomPlan { Title = "Small", StartsAt = begins, Capacity = 2, TableSize = 2 }, organizer);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);
        await anna.Taps(await anna.Says($"/start {RoomPress.Payload(id)}"), "I will come");
        weave.SetTo(begins.AddMinutes(11));
        foreach (var name in new[] { "Bert", "Clea" })
        {
            var member = await weave.Member(name);
            await community.Join(member);
            await room.Join(member, connection: null, host: null);
        }

        var card = await anna.Says($"/start {RoomPress.Payload(id)}");

        Assert.Contains("It is taken now.", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Buttons, button => button.Text is "Join here" or "I cannot come");
        var line = await anna.Taps(card, "Put me in line");
        Assert.Contains("number 1 in line", line.Text, StringComparison.Ordinal);
    }

    private async Task<RoomSeries> Series(Guid room, Guid viewer) =>
        await weave.Grains.GetGrain<IRoomSeriesGrain>((await weave.Grains.GetGrain<IRoomGrain>(room).Page(null)).Series!.Value).Get(viewer);

    private async Task<BotUser> Person(string name, string slug, string? language = null)
    {
        var user = weave.Newcomer(name, language);
        await user.Joins(slug, language == "ru" ? "Пропустить" : "Skip");
        user.Unread();
        return user;
    }
}
