using System.Globalization;
using Weave.Communities;
using Weave.Rooms;
using Xunit;

namespace Weave.Telegram;

/// <summary>Moments in the messages of rooms: said by the reader's own app, in its zone; plain where the server is too old for that.</summary>
public sealed class RoomTimesTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Beginnings_are_in_the_reader_s_zone_and_the_end_of_a_round_counts_down()
    {
        var begins = DateTimeOffset.UtcNow.AddMinutes(5);
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "Breakfast", StartsAt = begins, TableSize = 2 }, organizer);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);
        await room.Join(organizer, connection: null, host: null);
        var lena = weave.Telegram.User(3901, "Lena", "lena");
        await lena.Joins(slug);

        var card = await lena.Says($"/start {RoomPress.Payload(id)}");
        Assert.Equal((begins.ToUnixTimeSeconds(), "t"), Assert.Single(card.Entities, entity => entity.Type == "date_time") is var said ? (said.UnixTime, said.DateTimeFormat) : default);
        var lobby = await lena.Taps(card, "Join here");
        Assert.Contains(lobby.Entities, entity => entity.UnixTime == begins.ToUnixTimeSeconds());

        await room.StartRound(organizer, 0);
        var table = await lena.Reads();
        while (!table.Text.Contains("Round 1", StringComparison.Ordinal))
            table = await lena.Reads();
        var end = (await room.Snapshot(organizer)).Deadline!.Value;
        Assert.Equal([(end.ToUnixTimeSeconds(), "r"), (end.AddMinutes(1).ToUnixTimeSeconds(), "t")], table.Entities.Where(entity => entity.Type == "date_time").Select(entity => (entity.UnixTime, entity.DateTimeFormat)));
        Assert.Contains("Then a short break, and round 2 of 4 about ", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_server_of_Telegram_s_is_told_the_time_in_plain_text_also_where_a_message_changes()
    {
        await using var old = new OldBotApp();
        await old.InitializeAsync();
        var begins = DateTimeOffset.UtcNow.AddMinutes(5);
        var organizer = await old.Member("Olga");
        var slug = await old.Community("Founders", organizer);
        await old.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "Breakfast", StartsAt = begins }, organizer);
        var lena = old.Telegram.User(3902, "Lena", "lena");
        await lena.Joins(slug);

        var list = await lena.Says("/rooms");
        var card = await lena.Taps(list, "Breakfast");

        Assert.Equal(list.Id, card.Id);
        Assert.Contains($"begins {begins.ToString("t", CultureInfo.GetCultureInfo("en"))} UTC", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(card.Entities, entity => entity.Type == "date_time");
    }
}
