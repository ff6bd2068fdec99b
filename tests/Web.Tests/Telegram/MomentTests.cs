using System.Globalization;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>
/// Moments in what the bot says: where nobody knows the reader's zone, their device says them in its own; where it is known they are said as everywhere in Weave, and
/// the device tells more.
/// </summary>
public sealed class MomentTests(BotApp weave) : IClassFixture<BotApp>
{
    private const string NewYork = "America/New_York";
    private static readonly DateTimeOffset Tomorrow = new(DateTimeOffset.UtcNow.Date.AddDays(1).AddHours(15), TimeSpan.Zero);

    [Fact]
    public async Task From_the_invitation_to_the_agreed_meeting_the_reader_s_device_says_when()
    {
        var (slug, founder, omar) = await Somebody(weave);
        var anna = await weave.Member("Anna");
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(anna);

        var round = await Open(weave, slug, founder);
        var invitation = await omar.Reads();
        Said(invitation, Tomorrow, "wDt");
        Said(await omar.Taps(invitation, "Yes"), Tomorrow, "wDt");
        await round.Answer(anna, RoundAnswer.In);
        await round.PairNow(founder);
        var card = await omar.Reads();
        var match = weave.Grains.GetGrain<IMatchGrain>(new MatchId(new(slug, 1), 1).ToString());
        var at = Tomorrow.AddDays(1);
        await match.Propose(anna, new MeetingOffer { Mode = MeetingMode.Online, Times = [at] });

        var proposal = await omar.Told("A proposal to meet: Anna");
        Said(proposal, at, "wDt");
        // A button knows no moments: it says what its time is.
        var agree = Assert.Single(proposal.Buttons, button => button.Text.StartsWith("Agree: ", StringComparison.Ordinal)).Text;
        Assert.EndsWith(" UTC · online", agree, StringComparison.Ordinal);
        var times = await omar.Taps(card, "Propose a time");
        Said(times, at, "wDt");
        Assert.Contains("Times on the buttons: UTC.", times.Text, StringComparison.Ordinal);
        var agreed = await omar.Taps(proposal, agree);
        Assert.Contains("You meet: ", agreed.Text, StringComparison.Ordinal);
        Said(agreed, at, "wDt");
        Said(await omar.Told("Agreed: "), at, "wDt");
    }

    [Fact]
    public async Task A_time_of_today_needs_no_day_and_one_that_has_passed_long_ago_does()
    {
        var (slug, founder, omar) = await Somebody(weave);
        var community = weave.Grains.GetGrain<ICommunityGrain>(slug);
        foreach (var (hours, format) in new[] { (3, "t"), (50, "wDt"), (-3, "t"), (-20, "wDt") })
        {
            var begins = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(hours).ToUnixTimeSeconds());
            var room = await community.OpenRoom(new RoomPlan { Title = "Breakfast", StartsAt = begins }, founder);

            Said(await omar.Says($"/start {RoomPress.Payload(room)}"), begins, format);
        }
    }

    [Fact]
    public async Task A_room_is_announced_moved_and_called_off_in_the_time_of_the_reader_s_device()
    {
        var (slug, founder, omar) = await Somebody(weave);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "Breakfast", StartsAt = Tomorrow }, founder);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);
        await room.Announce(founder);

        var announced = await omar.Told("A live room: Breakfast");
        Said(announced, Tomorrow, "wDt");
        await omar.Taps(announced, "I will come");
        var later = Tomorrow.AddDays(1);
        await room.Reschedule(founder, later);
        Said(await omar.Told("Breakfast was moved"), later, "wDt");
        await room.Cancel(founder);
        Said(await omar.Told("Called off: Breakfast"), later, "wDt");
    }

    [Fact]
    public async Task Where_the_zone_is_known_a_moment_is_said_as_on_the_buttons()
    {
        var (slug, founder, omar) = await Somebody(weave);
        await weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(omar)).Id).Change(new ProfileChange { TimeZone = NewYork });
        await Open(weave, slug, founder);

        var invitation = await omar.Reads();

        var said = Said(invitation, Tomorrow, "");
        Assert.Equal($"{TimeZoneInfo.ConvertTime(Tomorrow, MeetingSlots.Zone(NewYork)).ToString("ddd h:mm tt", CultureInfo.GetCultureInfo("en"))} (your time)", said.Replace('\u202f', ' '));
    }

    [Fact]
    public async Task An_older_server_of_Telegram_s_gets_plain_text_and_is_asked_only_once()
    {
        await using var old = new OldBotApp();
        await old.InitializeAsync();
        var (slug, founder, omar) = await Somebody(old);
        await Open(old, slug, founder);

        var invitation = await omar.Reads();
        var answered = await omar.Taps(invitation, "Yes");

        Assert.All([invitation, answered], message => Assert.Contains(" UTC", message.Text, StringComparison.Ordinal));
        Assert.Equal(1, old.Telegram.Calls.Count(call => call is { Method: "sendMessage" or "editMessageText", Status: 400 }));
    }

    /// <summary>The text at the only moment of the message, which is this one.</summary>
    private static string Said(ChatMessage message, DateTimeOffset at, string format)
    {
        var moment = Assert.Single(message.Entities, entity => entity.Type == "date_time");
        Assert.Equal((at.ToUnixTimeSeconds(), format), (moment.UnixTime, moment.DateTimeFormat));
        return message.Text.Substring(moment.Offset, moment.Length);
    }

    private static async Task<IMatchRoundGrain> Open(BotApp weave, string slug, Guid founder) =>
        weave.Grains.GetGrain<IMatchRoundGrain>((await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(Tomorrow), founder)).ToString());

    /// <summary>A member with nothing but Telegram, of a community of their own.</summary>
    private static async Task<(string Slug, Guid Founder, BotUser Omar)> Somebody(BotApp weave)
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var omar = weave.Newcomer("Omar");
        await omar.Joins(slug);
        return (slug, founder, omar);
    }
}
