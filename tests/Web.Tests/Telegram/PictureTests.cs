using SkiaSharp;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Xunit;

namespace Weave.Telegram;

/// <summary>Pictures on their way in and out, and texts too long for a caption.</summary>
public sealed class PictureTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task A_photo_becomes_ones_picture_and_goes_with_the_card_to_the_partner()
    {
        var anna = weave.Telegram.User(601, "Anna", "anna_p");
        var boris = weave.Telegram.User(602, "Борис", language: "ru");
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        await anna.Joins(slug);
        await boris.Joins(slug, "Пропустить");
        anna.SendPhoto(Jpeg());
        Assert.StartsWith("Saved.", (await anna.Reads()).Text, StringComparison.Ordinal);
        Assert.NotNull((await weave.MemberOf(anna)).Profile.Picture);

        var round = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(DateTimeOffset.UtcNow.AddDays(1)), founder);
        await anna.Taps(await anna.Reads(), "Yes");
        await boris.Taps(await boris.Reads(), "Да");
        await weave.Grains.GetGrain<IMatchRoundGrain>(round.ToString()).PairNow(founder);

        var card = await boris.Reads();
        Assert.NotNull(card.Photo);
        Assert.Contains("ваш собеседник в этом раунде", card.Text, StringComparison.Ordinal);
        Assert.Equal("https://t.me/anna_p", card.Button("Написать: Anna").Url);
        Assert.Equal("tg://user?id=602", (await anna.Reads()).Button("Write to Борис").Url);
        var after = await boris.Taps(card, "Встретились");
        Assert.NotNull(after.Photo);
        Assert.Contains("Вы встретились", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_too_long_for_a_caption_follows_its_picture_whole()
    {
        var chen = weave.Telegram.User(603, "Chen");
        var dana = weave.Telegram.User(604, "Dana");
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Writers", founder);
        await chen.Joins(slug);
        await dana.Joins(slug);
        chen.SendPhoto(Jpeg());
        await chen.Reads();
        var grain = weave.Grains.GetGrain<IMemberGrain>((await weave.MemberOf(chen)).Id);
        await grain.Change(new ProfileChange { LooksFor = new string('<', ProfileLimits.LooksFor), Offers = new string('&', ProfileLimits.Offers) });

        var round = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(DateTimeOffset.UtcNow.AddDays(1)), founder);
        await chen.Taps(await chen.Reads(), "Yes");
        await dana.Taps(await dana.Reads(), "Yes");
        await weave.Grains.GetGrain<IMatchRoundGrain>(round.ToString()).PairNow(founder);

        var picture = await dana.Reads();
        Assert.NotNull(picture.Photo);
        var text = await dana.Reads();
        while (text.Buttons.FirstOrDefault(button => button.Text == "We met") is null)
            text = await dana.Reads();
        var all = string.Concat(dana.Messages.Where(message => message.FromBot).Select(message => message.Text));
        Assert.Contains(new string('<', ProfileLimits.LooksFor), all, StringComparison.Ordinal);
        Assert.Contains(new string('&', ProfileLimits.Offers), all, StringComparison.Ordinal);
    }

    private static byte[] Jpeg()
    {
        using var bitmap = new SKBitmap(640, 480);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
