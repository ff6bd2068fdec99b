using Weave.Communities;
using Weave.Rooms;
using Xunit;

namespace Weave.Telegram;

/// <summary>Introductions after a room, decided with one tap.</summary>
public sealed class IntroductionTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Who_is_asked_for_decides_in_the_chat_and_who_asked_hears_of_it()
    {
        var (anna, boris) = (weave.Telegram.User(4101, "Anna"), weave.Telegram.User(4102, "Boris"));
        await anna.Joins();
        await boris.Joins();
        var (annas, borises) = ((await weave.MemberOf(anna)).Id, (await weave.MemberOf(boris)).Id);
        var community = weave.Grains.GetGrain<ICommunityGrain>(await weave.Community("Founders", annas));
        await community.Join(borises);
        var id = await community.OpenRoom(new RoomPlan { Title = "Club <evening>", StartsAt = DateTimeOffset.UtcNow }, annas);
        var room = weave.Grains.GetGrain<IRoomGrain>(id);
        await room.Join(annas, null, null);
        await room.Join(borises, null, null);
        await room.Close(annas, 0);

        await room.AskIntroduction(borises, 0);

        var asked = await anna.Reads();
        Assert.Contains("Boris was with you in Club <evening>", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Done: the contact of Boris is in your contact book.", (await anna.Taps(asked, "Yes, introduce us")).Text);
        Assert.Contains("Anna would like to meet you too", (await boris.Reads()).Text, StringComparison.Ordinal);
        Assert.Equal("This has been decided already.", (await anna.Taps(asked, "No")).Text);
    }
}
