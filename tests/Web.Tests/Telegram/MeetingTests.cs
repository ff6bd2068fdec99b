using System.Globalization;
using System.Text;
using Weave.Communities;
using Weave.Contacts;
using Weave.Matching;
using Weave.Members;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>Conversations as people see them who have nothing but Telegram; and one of two people of whom one has the web only.</summary>
public sealed class MeetingTests(ForwardBotApp weave) : IClassFixture<ForwardBotApp>
{
    [Fact]
    public async Task A_round_of_one_with_the_web_only_and_one_with_Telegram_only()
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var (anna, annaId) = await weave.SignedIn("Anna");
        using var browser = anna;
        await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(annaId);
        var omar = weave.Newcomer("Omar");
        await omar.Joins(slug);
        var omarId = (await weave.MemberOf(omar)).Id;
        var zone = MeetingSlots.Zone("America/New_York");
        await weave.Grains.GetGrain<IMemberGrain>(omarId).Change(new ProfileChange { TimeZone = zone.Id });
        omar.Unread();
        var round = await Open(slug, founder, annaId, omarId);
        var card = await Card(omar);
        Assert.Contains("Anna", card.Text, StringComparison.Ordinal);

        // Proposed in the web, agreed to in the bot, in the zone of who reads.
        var at = new DateTimeOffset(weave.Now.UtcDateTime.Date.AddDays(2).AddHours(15), TimeSpan.Zero);
        await anna.Open($"/matches/{slug}/1/1");
        await anna.Send("propose", ("Mode", "Online"), ("Times", Minutes(at)), ("Times", Minutes(at.AddHours(3))));
        var proposal = await omar.Reads();
        Assert.StartsWith("A proposal to meet: Anna", proposal.Text, StringComparison.Ordinal);
        var agree = proposal.Buttons.First(button => button.Text.StartsWith("Agree: ", StringComparison.Ordinal));
        Assert.Contains(TimeZoneInfo.ConvertTime(at, zone).ToString("t", CultureInfo.GetCultureInfo("en")), agree.Text, StringComparison.Ordinal);
        var agreed = await omar.Taps(proposal, agree.Text);
        Assert.Equal(proposal.Id, agreed.Id);
        Assert.Contains("You meet: ", agreed.Text, StringComparison.Ordinal);

        // The same entry for both calendars.
        var news = await omar.Told("Agreed: ");
        var (_, his) = CalendarReading.Read(Encoding.UTF8.GetString([.. news.Document!]));
        var (_, hers) = CalendarReading.Read((await anna.Open($"/matches/{slug}/1/1/meeting.ics")).Html);
        Assert.Equal((at, at, his.Uid, 1, 1), (his.Start(), hers.Start(), hers.Uid, his.Sequence, hers.Sequence));

        weave.SetTo(at.AddMinutes(-59));
        await omar.Told("Soon you meet Anna");

        // How it was, from both.
        weave.SetTo(at.AddHours(2.1));
        var check = await omar.Told("Have you met? Anna");
        var met = await omar.Taps(check, "We met");
        Assert.Contains("How useful was it?", met.Text, StringComparison.Ordinal);
        Assert.Contains("Your mark: 4 of 5", (await omar.Taps(met, "4")).Text, StringComparison.Ordinal);
        await anna.Open($"/matches/{slug}/1/1");
        Assert.Contains("Omar says: we met.", anna.Text, StringComparison.Ordinal);
        await anna.Send("report", ("Outcome", "Met"));
        await anna.Send("rate", ("Useful", "5"), ("Note", "Only mine"));
        Assert.Contains("Only mine", anna.Html, StringComparison.Ordinal);

        await omar.Told("Anna (Founders) says that you have met");
        // What is told is told after all of it is written down.
        await weave.Grains.GetGrain<Agenda.IDueGrain>(Match(slug, 1).GetGrainId()).OnDue("met");
        await weave.Grains.GetGrain<Agenda.IDueGrain>(Match(slug, 1).GetGrainId()).OnDue($"heard:{annaId:N}");
        var seen = await weave.Grains.GetGrain<IMatchRoundGrain>(round.ToString()).Get(founder);
        Assert.Equal((1, 2, 2), (seen.Met, seen.Heard, seen.Rated));
        Assert.Equal(1, (await weave.Grains.GetGrain<IContactBookGrain>(annaId).List(0, 10)).Total);
        Assert.Equal(1, (await weave.Grains.GetGrain<IContactBookGrain>(omarId).List(0, 10)).Total);
    }

    [Fact]
    public async Task A_place_is_named_in_ones_own_words_and_an_address_of_a_call_is_taken_for_one()
    {
        var (slug, anna, omar, card) = await Pair();
        var annaId = (await weave.MemberOf(anna)).Id;
        async Task<MeetingOffer> Offer() => (await Match(slug, 1).Get(annaId)).Arrangement.Offers[annaId];

        var asked = await anna.Taps(card, "Name a place or a call link");
        Assert.StartsWith("Where do you want to meet?", asked.Text, StringComparison.Ordinal);
        Assert.StartsWith("This is too long: 200 of at most 120", (await anna.Says(new string('a', 200))).Text, StringComparison.Ordinal);
        var times = await anna.Says("Café <Central>,\nMain Street 5");
        Assert.Contains("You propose: in person: Café <Central>, Main Street 5", times.Text, StringComparison.Ordinal);
        Assert.Equal((MeetingMode.InPerson, "Café <Central>, Main Street 5"), ((await Offer()).Mode, (await Offer()).Place));
        Assert.Contains("Café <Central>, Main Street 5", (await omar.Reads()).Text, StringComparison.Ordinal);

        var again = await anna.Taps(times, "Done");
        await anna.Taps(again, "Name a place or a call link");
        var withLink = await anna.Taps(await anna.Says("https://calls.example.org/anna"), "Done");
        Assert.Equal((MeetingMode.Online, "https://calls.example.org/anna"), ((await Offer()).Mode, (await Offer()).Place));

        // Who goes elsewhere instead and writes something names no place with it.
        await anna.Taps(withLink, "Name a place or a call link");
        await anna.Says("/help");
        await anna.Says("Thanks!");
        Assert.Equal("https://calls.example.org/anna", (await Offer()).Place);
    }

    [Fact]
    public async Task Two_arrange_a_meeting_with_buttons_alone_and_old_buttons_answer_politely()
    {
        var (slug, anna, omar, card) = await Pair();

        var times = await anna.Taps(card, "Propose a time");
        Assert.Equal(card.Id, times.Id);
        var slot = times.Rows[0][0].Text;
        var chosen = await anna.Taps(times, slot);
        Assert.Contains(chosen.Buttons, button => button.Text == $"{slot} ✓");
        Assert.Contains("You propose: online, ", (await anna.Taps(chosen, "Done")).Text, StringComparison.Ordinal);

        var proposal = await omar.Reads();
        var button = proposal.Buttons.First(one => one.Text.StartsWith("Agree: ", StringComparison.Ordinal)).Text;
        var agreed = await omar.Taps(proposal, button);
        Assert.Contains("You meet: ", agreed.Text, StringComparison.Ordinal);
        Assert.NotNull((await omar.Reads()).Document);
        var news = await anna.Reads();
        Assert.NotNull(news.Document);

        // The buttons of the proposal are still in Omar's hand: pressed again they change nothing.
        Assert.Null(await omar.Toast(proposal, button));
        var asked = await anna.Taps(news, "Call the meeting off");
        Assert.Contains("Call the meeting off?", asked.Text, StringComparison.Ordinal);
        await anna.Taps(asked, "Call the meeting off");
        var off = await omar.Reads();
        Assert.StartsWith("Anna has called the meeting off", off.Text, StringComparison.Ordinal);
        Assert.Equal("CANCEL", CalendarReading.Read(Encoding.UTF8.GetString([.. off.Document!])).Method);
        Assert.Equal("This has changed meanwhile. Here is how it stands.", await omar.Toast(proposal, button));
        Assert.Null((await Match(slug, 1).Get((await weave.MemberOf(anna)).Id)).Arrangement.Agreed);
    }

    [Fact]
    public async Task What_two_of_three_propose_alike_is_one_choice_for_the_third()
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var anna = weave.Newcomer("Anna");
        await anna.Joins(slug);
        var annaId = (await weave.MemberOf(anna)).Id;
        Guid[] others = [await weave.Member("Boris"), await weave.Member("Chen")];
        foreach (var other in others)
            await weave.Grains.GetGrain<ICommunityGrain>(slug).Join(other);
        await Open(slug, founder, [annaId, .. others]);
        await Card(anna);
        var at = new DateTimeOffset(weave.Now.UtcDateTime.Date.AddDays(2).AddHours(15), TimeSpan.Zero);
        foreach (var other in others)
            await Match(slug, 1).Propose(other, new MeetingOffer { Mode = MeetingMode.Online, Times = [at] });

        var card = await anna.Says("/rounds");
        while (!card.Text.Contains("Boris proposes", StringComparison.Ordinal) || !card.Text.Contains("Chen proposes", StringComparison.Ordinal))
            card = await anna.Reads();
        var agreed = await anna.Taps(card, Assert.Single(card.Buttons, button => button.Text.StartsWith("Agree: ", StringComparison.Ordinal)).Text);

        Assert.Contains("You meet: ", agreed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_asks_first_and_the_other_learns_only_that_the_match_ended()
    {
        var (_, anna, omar, card) = await Pair();

        var choices = await anna.Taps(card, "Between you and Weave…");
        Assert.Contains((await anna.Taps(choices, "Rather not again")).Buttons, button => button.Text == "Rather not again ✓");
        var asked = await anna.Taps(choices, "Block: Omar");
        Assert.StartsWith("Block Omar?", asked.Text, StringComparison.Ordinal);
        var ended = await anna.Taps(asked, "Yes, block Omar");
        Assert.DoesNotContain("Omar", ended.Text, StringComparison.Ordinal);
        Assert.Contains("This match has ended.", ended.Text, StringComparison.Ordinal);

        var told = await omar.Reads();
        Assert.StartsWith("Your match in Founders has ended", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", told.Text, StringComparison.Ordinal);
        var sure = await omar.Taps(told, "Find me somebody else");
        Assert.Contains("We are looking for somebody else for you", (await omar.Taps(sure, "Yes, somebody else")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Russian_speakers_arrange_in_Russian()
    {
        var (slug, _, omar, card) = await Pair(language: "ru");
        Assert.Contains("Предложить время", card.Buttons.Select(button => button.Text));
        var times = await omar.Taps(card, "Онлайн");
        Assert.Contains("Когда вам удобно?", times.Text, StringComparison.Ordinal);

        // Telegram does not say where people are: it is asked with buttons, and times are theirs from then on.
        var cities = await omar.Taps(times, "У меня другое время…");
        var local = await omar.Taps(cities, "Екатеринбург");
        Assert.Contains("Asia/Yekaterinburg", local.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(local.Buttons, button => button.Text == "У меня другое время…");
        await omar.Taps(local, local.Rows[0][0].Text);
        var offer = (await Match(slug, 1).Get((await weave.MemberOf(omar)).Id)).Arrangement.Offers.Values.Single();
        Assert.Equal(10, TimeZoneInfo.ConvertTime(offer.Times.Single(), MeetingSlots.Zone("Asia/Yekaterinburg")).Hour);
    }

    /// <summary>Two people with Telegram only, and the card of the one; with a language, that of the other.</summary>
    private async Task<(string Slug, BotUser Anna, BotUser Omar, ChatMessage Card)> Pair(string? language = null)
    {
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var (anna, omar) = (weave.Newcomer("Anna"), weave.Newcomer("Omar", language));
        await anna.Joins(slug);
        await omar.Joins(slug, language == "ru" ? "Пропустить" : "Skip");
        anna.Unread();
        omar.Unread();
        await Open(slug, founder, (await weave.MemberOf(anna)).Id, (await weave.MemberOf(omar)).Id);
        var (hers, his) = (await Card(anna), await Card(omar));
        return (slug, anna, omar, language is null ? hers : his);
    }

    private async Task<MatchRoundId> Open(string slug, Guid founder, params Guid[] people)
    {
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(weave.Now.AddDays(1)), founder);
        var round = weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString());
        foreach (var person in people)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founder);
        return id;
    }

    /// <summary>The card, whether or not the invitation came before it.</summary>
    private static async Task<ChatMessage> Card(BotUser user)
    {
        var message = await user.Reads();
        return message.Buttons.Any(button => button.Text is "We met" or "Встретились") ? message : await user.Reads();
    }

    private IMatchGrain Match(string slug, int number) => weave.Grains.GetGrain<IMatchGrain>(new MatchId(new(slug, 1), number).ToString());

    private static string Minutes(DateTimeOffset at) => (at.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);
}
