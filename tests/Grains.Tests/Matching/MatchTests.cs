using Weave.Contacts;
using Weave.Members;
using Weave.Notifications;
using Xunit;

namespace Weave.Matching;

/// <summary>Each test has a silo to itself: clocks move and the outbox is read.</summary>
public sealed class MatchTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();
    private RoundOf _founders = null!;
    private IMatchRoundGrain _round = null!;
    private MatchId _id;

    private IMatchGrain Match => _founders.Match(_id);
    private Guid Anna => _founders.People[0];
    private Guid Omar => _founders.People[1];

    public async ValueTask InitializeAsync()
    {
        await _silo.InitializeAsync();
        _founders = await RoundOf.Members(_silo, 3);
        _round = await _founders.Open();
        await _founders.Asked(_round, 3);
        await _round.Answer(Anna, RoundAnswer.In);
        await _round.Answer(Omar, RoundAnswer.In);
        await _round.PairNow(Anna);
        await _founders.Reaches(_round, MatchRoundPhase.Conversation);
        _id = (await _founders.Matches(_round))[Anna];
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Partners_see_each_other_and_how_to_write_and_nobody_else_does()
    {
        var match = await Match.Get(Anna);

        var partner = Assert.Single(match.Partners);
        Assert.Equal(Omar, partner.Card.Id);
        Assert.Equal("person2", partner.Telegram?.Username);
        Assert.Null(partner.Email);
        Assert.True(match.Open);
        Assert.Equal("Founders", match.Community);
        await Expect.Refused(Refusal.NotFound, () => Match.Get(_founders.People[2]));
        await Expect.Refused(Refusal.NotFound, () => Match.Report(_founders.People[2], MatchOutcome.Met));
    }

    [Fact]
    public async Task The_partner_is_told_what_was_said_once_each_time_it_changes()
    {
        await _founders.Outbox(5);
        await Match.Report(Anna, MatchOutcome.Agreed);
        await Match.Report(Anna, MatchOutcome.Agreed);
        var first = await _founders.Outbox(1);
        await Match.Report(Anna, MatchOutcome.DidNotWorkOut);
        var second = await _founders.Outbox(1);

        Assert.Equal(new PartnerReported(_id, Anna, MatchOutcome.Agreed), Assert.Single(first).Notice);
        Assert.Equal(Omar, first[0].Member);
        Assert.Equal(new PartnerReported(_id, Anna, MatchOutcome.DidNotWorkOut), Assert.Single(second).Notice);
        Assert.Equal(MatchOutcome.DidNotWorkOut, (await Match.Get(Anna)).Outcome);
        Assert.Equal(MatchOutcome.DidNotWorkOut, (await Match.Get(Omar)).Partners[0].Outcome);
    }

    [Fact]
    public async Task A_meeting_makes_them_acquaintances_and_counts_once()
    {
        await Match.Report(Anna, MatchOutcome.Met);
        await Match.Report(Omar, MatchOutcome.Met);
        await _silo.Until(async () => (await _round.Get(Anna)).Met == 1);

        var met = Assert.Single(await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(Anna, 10));
        Assert.Equal((Omar, 1), (met.B, met.Times));
    }

    [Fact]
    public async Task A_meeting_puts_each_into_the_others_contacts_with_what_they_share()
    {
        var omar = _silo.Grains.GetGrain<IMemberGrain>(Omar);
        await omar.SetCard(new ContactCard { Telegram = "person2", Phone = "+49 30 1234" });
        await omar.SetSettings(new MemberSettings { Shares = ContactFields.Telegram });
        await Match.Report(Anna, MatchOutcome.Met);
        await _silo.Until(async () => (await Contacts(Anna)).Count == 1 && (await Contacts(Omar)).Count == 1);

        var contact = (await Contacts(Anna))[0];
        Assert.Equal((Omar, $"match:{_id}", "Founders"), (contact.Member, contact.Source, contact.Occasion));
        Assert.Equal(("person2", ""), (contact.Card.Telegram, contact.Card.Phone));
    }

    [Fact]
    public async Task When_the_next_round_has_begun_nothing_more_is_arranged_but_how_it_went_can_still_be_said()
    {
        await _founders.Open();

        await Expect.Refused(Refusal.RoundClosed, () => Match.Report(Anna, MatchOutcome.Agreed));
        await Expect.Refused(Refusal.RoundClosed, () => Match.Propose(Anna, new MeetingOffer()));
        Assert.False((await Match.Get(Anna)).Open);
        Assert.Equal(MatchOutcome.Met, (await Match.Report(Anna, MatchOutcome.Met)).Outcome);
    }

    [Fact]
    public async Task The_list_of_ones_matches_has_it()
    {
        var list = await _silo.Grains.GetGrain<IMatchListGrain>(Omar).List(0, 10);

        Assert.Equal((_id, 1), (Assert.Single(list.Items), list.Total));
        Assert.Empty((await _silo.Grains.GetGrain<IMatchListGrain>(_founders.People[2]).List(0, 10)).Items);
    }

    private Task<IReadOnlyList<Contact>> Contacts(Guid member) => _silo.Grains.GetGrain<IContactBookGrain>(member).From($"match:{_id}");
}
