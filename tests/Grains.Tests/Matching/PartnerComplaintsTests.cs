using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>What members of such services complain about, one test each. Each has a silo to itself: clocks move and the outbox is read.</summary>
public sealed class PartnerComplaintsTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task The_same_partner_again__trios_count_as_history_too()
    {
        var first = await Conversations.Of(_silo, 7);
        var once = await first.Founders.Pairs(first.Round);
        var second = await Conversations.Next(_silo, first.Founders);

        // Two pairs and a trio, twice.
        Assert.Equal(5, once.Count);
        Assert.Empty(once.Intersect(await second.Founders.Pairs(second.Round)));
    }

    [Fact]
    public async Task Nobody_knows_whether_they_met__both_are_asked_in_the_middle_and_at_the_end_and_organizers_see_numbers_only()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, match) = (round.Founders.Organizer, await round.MatchOf(round.Founders.Organizer));
        var omar = await round.PartnerOf(anna);

        var middle = await round.After(days: 7, count: 4);
        Assert.Equal(round.Founders.People.Order(), middle.Where(news => news.Notice is MeetingCheck).Select(news => news.To).Order());
        await match.Report(omar, MatchOutcome.Met);
        await match.Rate(omar, new MatchFeedback { Useful = 5, Note = "Knows everybody at the bank." });
        Assert.Equal(new PartnerReported(await round.IdOf(anna), omar, MatchOutcome.Met), Assert.Single(await round.News(1)).Notice);

        var end = await round.After(days: 7, count: 3);
        Assert.Equal(round.Founders.People.Where(person => person != omar).Order(), end.Where(news => news.Notice is FeedbackAsked).Select(news => news.To).Order());
        await match.Rate(anna, new MatchFeedback { Useful = 2 });
        await round.News();

        var seen = await round.Round.Get(anna);
        Assert.Equal((2, 1, 1, 2), (seen.Matches, seen.Met, seen.Heard, seen.Rated));
        // Two answers are too few to be shown without showing who gave which.
        Assert.Null(seen.Useful);
        Assert.Equal(new MatchFeedback { Useful = 2 }, (await match.Get(anna)).Feedback);
        Assert.Equal("Knows everybody at the bank.", (await match.Get(omar)).Feedback.Note);
    }

    [Fact]
    public async Task Nobody_knows_how_useful_it_was__with_three_answers_organizers_see_the_average()
    {
        var round = await Conversations.Of(_silo, 4);
        foreach (var (person, useful) in round.Founders.People.Zip([5, 4, 3]))
            await (await round.MatchOf(person)).Rate(person, new MatchFeedback { Useful = useful });
        await round.News();

        Assert.Equal((3, 4.0), ((await round.Round.Get(round.Founders.Organizer)).Rated, (await round.Round.Get(round.Founders.Organizer)).Useful));
        Assert.Equal((0, null), ((await round.Round.Get(round.Founders.People[1])).Rated, (await round.Round.Get(round.Founders.People[1])).Useful));
    }

    [Fact]
    public async Task Who_has_said_it_is_not_asked_again()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var match = await round.MatchOf(anna);
        await match.Report(anna, MatchOutcome.DidNotWorkOut);
        await match.Report(omar, MatchOutcome.DidNotWorkOut);
        await round.News(2);

        Assert.Empty(await round.After(days: 7));
        Assert.Empty(await round.After(days: 7));
    }

    [Fact]
    public async Task No_picture_no_words_no_reason__all_of_it_is_in_the_card()
    {
        var round = await Conversations.Of(_silo, 2, async founders =>
        {
            foreach (var person in founders.People)
                await _silo.Grains.GetGrain<IMemberGrain>(person).Change(new ProfileChange { Headline = "CFO", About = "Ten years in banks.", Interests = ["fintech"], City = "Berlin" });
            await _silo.Grains.GetGrain<IMemberGrain>(founders.People[1]).SetPicture("v1");
        });

        var partner = Assert.Single((await (await round.MatchOf(round.Founders.Organizer)).Get(round.Founders.Organizer)).Partners);
        var profile = partner.Card.Profile;
        Assert.Equal(("v1", "CFO", "Ten years in banks."), (profile.Picture, profile.Headline, profile.About));
        Assert.Equal("fintech", Assert.Single(partner.Reason.SharedInterests));
    }

    [Fact]
    public async Task Only_one_was_told__the_card_came_twice__or_never__each_partner_gets_it_once_whatever_is_repeated()
    {
        var founders = await RoundOf.Members(_silo, 5);
        var round = await founders.Open();
        await founders.Asked(round, 5);
        foreach (var person in founders.People)
            await round.Answer(person, RoundAnswer.In);
        await round.PairNow(founders.Organizer);
        await _silo.Restart();
        round = founders.Round(1);
        await founders.Reaches(round, MatchRoundPhase.Conversation);
        foreach (var what in new[] { "pair", "tell", "retell", "repair" })
            await _silo.Grains.GetGrain<Agenda.IDueGrain>(round.GetGrainId()).OnDue(what);

        var cards = (await founders.Outbox(10)).Where(message => message.Notice is MatchMade).ToList();
        Assert.Equal(founders.People.Order(), cards.Select(card => card.Member!.Value).Order());
        var matches = await founders.Matches(round);
        Assert.All(cards, card => Assert.Equal(matches[card.Member!.Value], ((MatchMade)card.Notice).Match));
    }

    [Fact]
    public async Task The_partner_is_silent__one_reminder_then_somebody_else()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, omar, lena, igor) = await TwoPairs(round);
        var (first, second) = (await round.MatchOf(anna), await round.MatchOf(lena));
        var id = await round.IdOf(anna);
        await first.Propose(anna, Online(round.Now.AddDays(5)));
        await second.Propose(igor, Online(round.Now.AddDays(5)));
        Assert.Equal(People(omar, lena), Told<MeetingProposed>(await round.News(2)));
        Assert.False((await first.Get(anna)).CanFindAnother);
        await Expect.Refused(Refusal.TooEarly, () => first.FindAnother(anna));

        Assert.Equal(People(omar, lena), Told<PartnerWaits>(await round.After(days: 3, count: 2)));
        Assert.Equal(People(anna, igor), Told<PartnerSilent>(await round.After(days: 1, count: 2)));
        Assert.True((await first.Get(anna)).CanFindAnother);

        Assert.True((await first.FindAnother(anna)).Waiting);
        Assert.Equal((omar, new MatchOver(id)), Assert.Single(await round.News(1)));
        await second.FindAnother(igor);

        Assert.Equal(People(anna, igor), Told<MatchMade>(await round.News(3)));
        Assert.Equal(igor, await round.PartnerOf(anna));
        Assert.Equal(3, (await round.IdOf(anna)).Number);
        // An old button puts nobody on the list anew.
        await Expect.Refused(Refusal.MatchEnded, () => first.FindAnother(anna));
        Assert.Empty(await round.After(days: 1));
    }

    [Fact]
    public async Task The_partner_is_silent__who_answers_is_not_reminded_and_the_others_wait_anew()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var match = await round.MatchOf(anna);
        await match.Propose(anna, Online(round.Now.AddDays(5)));
        await round.After(days: 2, count: 1);
        await match.Propose(omar, Online(round.Now.AddDays(6)));

        Assert.Equal(People(anna), Told<PartnerWaits>(await round.After(days: 3, count: 2)));
        Assert.True((await match.Get(omar)).CanFindAnother);
        Assert.False((await match.Get(anna)).CanFindAnother);
    }

    [Fact]
    public async Task The_partner_is_silent__those_who_left_each_other_are_not_put_together_again_and_hear_so_in_time()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var match = await round.MatchOf(anna);
        await round.After(days: 3.5);
        await match.FindAnother(anna);
        await round.News(1);
        await match.FindAnother(omar);

        Assert.Empty(await round.News());
        Assert.Equal(People(anna, omar), Told<NoMatchThisTime>(await round.After(days: 4, count: 2)));
        Assert.False((await match.Get(anna)).Waiting);
        await Expect.Refused(Refusal.TooLate, () => match.FindAnother(anna));
    }

    [Fact]
    public async Task The_partner_has_left__it_is_told_and_those_left_behind_get_each_other()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, omar, lena, igor) = await TwoPairs(round);
        await round.Founders.Community.Leave(omar);
        Assert.Equal(People(anna), Told<MatchOver>(await round.News(1)));
        Assert.True((await (await round.MatchOf(anna)).Get(anna)).Waiting);
        await round.Founders.Community.Leave(lena);

        var news = await round.News(3);
        Assert.Equal(People(igor), Told<MatchOver>(news));
        Assert.Equal(People(anna, igor), Told<MatchMade>(news));
        Assert.Equal(igor, await round.PartnerOf(anna));
    }

    [Fact]
    public async Task The_partner_has_left__those_who_cannot_be_put_together_wait_on_and_no_host_is_called_for_them()
    {
        var founders = await RoundOf.Members(_silo, 5);
        await founders.Community.Change((await founders.Community.Get(null)).Settings with { OddOne = [OddOne.Host, OddOne.Skip] }, founders.Organizer);
        await founders.Standing.Host(founders.Organizer, hosts: true);
        var opened = await founders.Open();
        await founders.Asked(opened, 5);
        foreach (var person in founders.People.Skip(1))
            await opened.Answer(person, RoundAnswer.In);
        await opened.PairNow(founders.Organizer);
        await founders.Reaches(opened, MatchRoundPhase.Conversation);
        var round = new Conversations(_silo, founders, opened);
        await round.News(8);
        var pairs = (await founders.Matches(opened)).GroupBy(entry => entry.Value, entry => entry.Key).Select(pair => pair.ToArray()).ToList();
        var (anna, igor) = (pairs[0][0], pairs[1][0]);
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(anna, igor, Stance.Blocked);

        await founders.Community.Leave(pairs[0][1]);
        await founders.Community.Leave(pairs[1][1]);

        var news = await round.News(2);
        Assert.Equal(People(anna, igor), Told<MatchOver>(news));
        Assert.Empty(Told<MatchMade>(news));
    }

    [Fact]
    public async Task The_partner_has_erased_their_account__it_is_told_and_nothing_of_them_is_left_in_the_match()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, omar, _, _) = await TwoPairs(round);
        var match = await round.MatchOf(anna);
        await match.Rate(omar, new MatchFeedback { Useful = 3, Note = "Mine" });
        await match.Propose(omar, Online(round.Now.AddDays(3)));
        await round.News(1);
        await _silo.Grains.GetGrain<IPersonalDataGrain>(omar).Erase();

        Assert.Equal(People(anna), Told<MatchOver>(await round.News(1)));
        var seen = await match.Get(anna);
        Assert.True(seen is { Ended: true, Waiting: true, Partners: [] });
        Assert.Empty(seen.Arrangement.Offers);
    }

    [Fact]
    public async Task One_of_three_has_left__the_others_go_on()
    {
        var round = await Conversations.Of(_silo, 3);
        var (anna, omar, lena) = (round.Founders.People[0], round.Founders.People[1], round.Founders.People[2]);
        var match = await round.MatchOf(anna);
        var at = round.Now.AddDays(5);
        await match.Propose(anna, Online(at));
        await match.Propose(omar, Online(at));
        await round.News(4);
        Assert.Null((await match.Get(anna)).Arrangement.Agreed);
        await round.Founders.Community.Leave(lena);

        var news = await round.News(4);
        Assert.Equal(People(anna, omar), Told<PartnerLeft>(news));
        Assert.Equal(People(anna, omar), Told<MeetingAgreed>(news));
        Assert.Equal(omar, Assert.Single((await match.Get(anna)).Partners).Card.Id);
    }

    [Fact]
    public async Task The_handle_was_shown_to_the_wrong_side__only_partners_see_it_and_only_while_the_match_is_on()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, omar, lena, _) = await TwoPairs(round);
        var match = await round.MatchOf(anna);

        Assert.Equal((await round.Member(omar).Get()).Telegram, (await match.Get(anna)).Partners[0].Telegram);
        Assert.Equal((await round.Member(anna).Get()).Telegram, (await match.Get(omar)).Partners[0].Telegram);
        await Expect.Refused(Refusal.NotFound, () => match.Get(lena));
        await round.Founders.Community.Leave(omar);
        await round.News(1);
        Assert.Null((await match.Get(anna)).Partners[0].Telegram);
    }

    [Fact]
    public async Task People_without_a_username_cannot_be_reached__their_id_is_given()
    {
        var round = await Conversations.Of(_silo, 2, founders => _silo.Grains.GetGrain<IMemberGrain>(founders.People[1]).LinkTelegram(new TelegramLink(4711, null)));

        var telegram = (await (await round.MatchOf(round.Founders.Organizer)).Get(round.Founders.Organizer)).Partners[0].Telegram;
        Assert.Equal((4711, null), (telegram!.UserId, telegram.Username));
    }

    [Fact]
    public async Task Somebody_I_never_want_to_see_again__a_block_ends_the_match_and_the_other_learns_only_that_it_ended()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var match = await round.MatchOf(anna);
        await match.Propose(anna, Online(round.Now.AddDays(2)));
        await round.News(1);
        await match.Judge(omar, anna, Stance.Blocked);

        Assert.Equal((anna, new MatchOver(await round.IdOf(anna))), Assert.Single(await round.News(1)));
        foreach (var person in round.Founders.People)
        {
            var seen = await match.Get(person);
            Assert.Empty(seen.Partners);
            Assert.Empty(seen.Arrangement.Offers);
            Assert.True(seen is { Ended: true, Open: false });
            await Expect.Refused(Refusal.MatchEnded, () => match.Propose(person, Online(round.Now.AddDays(3))));
            await Expect.Refused(Refusal.MatchEnded, () => match.Report(person, MatchOutcome.Met));
        }
        Assert.Empty(await round.After(days: 7));
        Assert.Empty(await round.After(days: 7));
    }

    [Fact]
    public async Task Somebody_I_never_want_to_see_again__those_who_would_rather_not_are_not_put_together_in_repairs_either()
    {
        var round = await Conversations.Of(_silo, 4);
        var (anna, omar, lena, igor) = await TwoPairs(round);
        await _silo.Grains.GetGrain<IStancesGrain>(0).Put(igor, anna, Stance.RatherNot);
        await round.Founders.Community.Leave(omar);
        await round.Founders.Community.Leave(lena);

        var news = await round.News(2);
        Assert.Equal(People(anna, igor), Told<MatchOver>(news));
        Assert.Empty(Told<MatchMade>(news));
    }

    [Fact]
    public async Task A_meeting_is_agreed_by_both_reminded_of_once_moved_and_called_off()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var (match, id) = (await round.MatchOf(anna), await round.IdOf(anna));
        var (first, second) = (round.Now.AddDays(2), round.Now.AddDays(3));
        var offered = await match.Propose(anna, Online(first, second));
        await match.Agree(omar, offered.Arrangement.Offers[anna].Number, first);
        Assert.Equal(People(anna, omar), Told<MeetingAgreed>(await round.News(2)));

        offered = await match.Propose(omar, Online(second));
        await match.Agree(anna, offered.Arrangement.Offers[omar].Number, second);
        var news = await round.News(2);
        Assert.All(news, one => Assert.Equal(new MeetingAgreed(id, 2), one.Notice));
        // Nothing is said an hour before the first time, which is none any more.
        Assert.Empty(await round.After(days: 1.97));
        Assert.Equal(People(anna, omar), Told<MeetingSoon>(await round.After(days: 1, count: 2)));
        await match.CallOff(anna);
        Assert.Equal((omar, new MeetingCalledOff(id, 3, anna)), Assert.Single(await round.News(1)));
        Assert.Empty(await round.After(days: 0.2));
    }

    [Fact]
    public async Task A_server_that_dies_right_after_a_command_tells_everybody_all_the_same_and_once()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var (match, id, at) = (await round.MatchOf(anna), await round.IdOf(anna), round.Now.AddDays(2));
        await match.Propose(anna, Online(at));
        await _silo.Restart();
        match = round.Founders.Match(id);
        Assert.Equal((omar, new MeetingProposed(id, anna)), Assert.Single(await round.News(1)));
        await match.Agree(omar, 1, at);
        await _silo.Restart();
        match = round.Founders.Match(id);

        Assert.Equal(People(anna, omar), Told<MeetingAgreed>(await round.News(2)));
        // The agenda calls at least once.
        foreach (var what in new[] { "agreed:1", $"offer:{anna:N}", "soon:1" })
            await _silo.Grains.GetGrain<Agenda.IDueGrain>(match.GetGrainId()).OnDue(what);
        Assert.Equal(People(anna, omar), Told<MeetingSoon>(await round.News(2)));
        Assert.Empty(await round.After(days: 1.97));
    }

    [Fact]
    public async Task Have_you_met_is_asked_after_the_meeting_and_not_before_it()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, omar) = (round.Founders.People[0], round.Founders.People[1]);
        var match = await round.MatchOf(anna);
        var at = round.Now.AddDays(9);
        await match.Propose(anna, Online(at));
        await match.Propose(omar, Online(at));
        await round.News(2);

        Assert.Empty(await round.After(days: 8));
        await round.After(days: 1, count: 2);
        Assert.Equal(People(anna, omar), Told<MeetingCheck>(await round.After(days: 0.1, count: 2)));
    }

    [Fact]
    public async Task Offers_that_make_no_sense_are_refused_at_their_field()
    {
        var round = await Conversations.Of(_silo, 2);
        var (anna, match) = (round.Founders.Organizer, await round.MatchOf(round.Founders.Organizer));

        await Expect.Refused(Refusal.InThePast, () => match.Propose(anna, Online(round.Now.AddHours(-1))), "Times");
        await Expect.Refused(Refusal.OutOfRange, () => match.Propose(anna, Online(round.Now.AddDays(90))), "Times");
        await Expect.Refused(Refusal.Required, () => match.Propose(anna, new MeetingOffer { Mode = MeetingMode.InPerson }), "Place");
        await Expect.Refused(Refusal.TooLong, () => match.Propose(anna, new MeetingOffer { Mode = MeetingMode.InPerson, Place = new('x', 121) }), "Place");
        await Expect.Refused(Refusal.Invalid, () => match.Propose(anna, new MeetingOffer { Place = "javascript:alert(1)" }), "Place");
        Assert.Empty((await match.Get(anna)).Arrangement.Offers);
    }

    /// <summary>Anna is the organizer and Omar her partner; Lena and Igor are the other two.</summary>
    private static async Task<(Guid Anna, Guid Omar, Guid Lena, Guid Igor)> TwoPairs(Conversations round)
    {
        var anna = round.Founders.Organizer;
        var omar = await round.PartnerOf(anna);
        List<Guid> others = [.. round.Founders.People.Where(person => person != anna && person != omar)];
        return (anna, omar, others[0], others[1]);
    }

    private static MeetingOffer Online(params DateTimeOffset[] times) => new() { Times = [.. times] };

    private static IEnumerable<Guid> People(params Guid[] people) => people.Order();

    private static IEnumerable<Guid> Told<T>(IEnumerable<(Guid To, Notice Notice)> news)
        where T : Notice => news.Where(one => one.Notice is T).Select(one => one.To).Order();
}
