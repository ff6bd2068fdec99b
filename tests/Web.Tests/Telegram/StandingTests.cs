using Weave.Communities;
using Weave.Matching;
using Xunit;

namespace Weave.Telegram;

/// <summary>How one takes part, with nothing but buttons.</summary>
public sealed class StandingTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task Somebody_is_counted_in_pauses_until_a_day_and_comes_back_in_one_message()
    {
        var slug = await weave.Community("Founders & Co", await weave.Member("Rita"));
        var anna = weave.Telegram.User(701, "Anna", "anna");
        await anna.Joins(slug);
        anna.Unread();

        var screen = await anna.Says("/pause");
        Assert.Contains("Founders & Co: how you take part", screen.Text, StringComparison.Ordinal);
        Assert.Contains(screen.Buttons, button => button.Text == "Ask me each round ✓");
        screen = await anna.Taps(screen, "Count me in until I say no");
        Assert.Contains(screen.Buttons, button => button.Text == "Count me in until I say no ✓");

        var paused = await anna.Taps(screen, "2 weeks");
        Assert.Equal(screen.Id, paused.Id);
        var day = DateTime.UtcNow.AddDays(14).ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"paused until {day}", paused.Text, StringComparison.Ordinal);
        var days = await anna.Taps(paused, "Pause until a day…");
        var later = await anna.Taps(days, "Later ›");
        var chosen = later.Buttons.SkipLast(2).Last().Text;
        Assert.Contains($"paused until {chosen}", (await anna.Taps(later, chosen)).Text, StringComparison.Ordinal);
        // An old button of the screen that was changed since still means what it says.
        var back = await anna.Taps(paused, "End the break now");
        Assert.Contains("You are in until you say no", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_yes_is_told_with_a_button_to_skip_and_what_happens_to_the_odd_one_is_chosen()
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Пары", founder);
        var boris = weave.Telegram.User(702, "Борис", "boris", "ru");
        await boris.Joins(slug, "Пропустить");
        boris.Unread();
        var screen = await boris.Taps(await boris.Says("/pause"), "Участвую, пока не откажусь");
        var odd = await boris.Taps(screen, "Если мне не хватило пары…");
        odd = await boris.Taps(odd, "Пропущу раунд");
        Assert.Contains(odd.Buttons, button => button.Text == "Пропущу раунд ✓");
        Assert.DoesNotContain(odd.Buttons, button => button.Text.StartsWith("Встречаюсь", StringComparison.Ordinal));

        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(DateTimeOffset.UtcNow.AddDays(1)), founder);
        var told = await boris.Reads();
        Assert.StartsWith("Новый раунд: Пары. Вы участвуете, как и просили.", told.Text, StringComparison.Ordinal);
        var skipped = await boris.Taps(told, "Пропустить этот раз");

        Assert.StartsWith("В этот раз без вас", skipped.Text, StringComparison.Ordinal);
        var me = (await weave.MemberOf(boris)).Id;
        Assert.Equal(RoundAnswer.Out, (await weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString()).Get(me)).Answer);
        Assert.Equal(StandingChoice.In, (await weave.Grains.GetGrain<IStandingGrain>(slug).Get(me)).Choice);
    }

    [Fact]
    public async Task Who_has_left_is_answered_politely_by_old_buttons()
    {
        var slug = await weave.Community("Founders", await weave.Member("Rita"));
        var chen = weave.Telegram.User(703, "Chen", "chen");
        await chen.Joins(slug);
        chen.Unread();
        var screen = await chen.Says("/pause");
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Leave((await weave.MemberOf(chen)).Id);

        Assert.Contains("members of the community", await chen.Toast(screen, "Pause 1 week"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no community yet", (await chen.Says("/pause")).Text, StringComparison.Ordinal);
    }
}
