using Weave.Communities;
using Weave.Matching;
using Weave.Telegram.Emulator;
using Xunit;

namespace Weave.Telegram;

/// <summary>Two match rounds as seven people see them who have nothing but Telegram.</summary>
public sealed class RoundTests
{
    private static readonly string[] Names = ["Anna", "Boris", "Chen", "Dana", "Emil", "Fred", "Gita"];

    [Fact]
    public async Task Seven_people_are_asked_paired_and_say_how_it_went_and_no_two_meet_again()
    {
        await using var weave = new BotApp();
        await weave.InitializeAsync();
        var founder = await weave.Member("Rita");
        var slug = await weave.Community("Founders", founder);
        var people = Names.Select((name, i) => weave.Telegram.User(201 + i, name, $"user_{i}")).ToList();
        await Task.WhenAll(people.Select(person => person.Joins(slug)));
        people.ForEach(person => person.Unread());

        var first = await Open(weave, slug, founder);
        var invitations = await Task.WhenAll(people.Select(Invited));
        foreach (var i in Enumerable.Range(0, 5))
            Assert.Contains("You are in", (await people[i].Taps(invitations[i], "Yes")).Text, StringComparison.Ordinal);
        Assert.Contains("Not this time", (await people[5].Taps(invitations[5], "Not this time")).Text, StringComparison.Ordinal);
        await Grain(weave, first).PairNow(founder);

        var cards = await Task.WhenAll(people.Take(5).Select(person => person.Reads()));
        Assert.All(cards, card => Assert.Contains("Why:", card.Text, StringComparison.Ordinal));
        var met = await Pairs(weave, first, people.Take(5));
        Assert.Equal(4, met.Count);
        var late = await people[6].Taps(invitations[6], "Yes");
        Assert.Contains("no longer takes answers", late.Text, StringComparison.Ordinal);
        Assert.Empty(late.Buttons);

        await Report(cards, people);

        var second = await Open(weave, slug, founder);
        invitations = await Task.WhenAll(people.Select(Invited));
        await Task.WhenAll(people.Select((person, i) => person.Taps(invitations[i], "Yes")));
        await Grain(weave, second).PairNow(founder);
        await Task.WhenAll(people.Select(person => person.Reads()));

        var again = await Pairs(weave, second, people);
        Assert.Equal(5, again.Count);
        Assert.Empty(again.Intersect(met));
    }

    private static async Task Report(ChatMessage[] cards, List<BotUser> people)
    {
        var pair = Array.FindIndex(cards, card => card.Buttons.Count(button => button.Url is not null) == 1);
        var link = cards[pair].Buttons.Single(button => button.Url is not null);
        var partner = people.Single(person => link.Text == $"Write to {person.FirstName}");
        Assert.Equal($"https://t.me/{partner.Username}", link.Url);

        var told = await people[pair].Taps(cards[pair], "We met");
        Assert.Contains("You have met", told.Text, StringComparison.Ordinal);
        var heard = await partner.Reads();
        Assert.StartsWith($"{people[pair].FirstName} (Founders) says that you have met", heard.Text, StringComparison.Ordinal);
        // Pressed once more it says so again, and nobody is told.
        await people[pair].Toast(cards[pair], "We met");
        var agreed = await partner.Taps(heard, "We agreed on a time");
        Assert.Contains(agreed.Buttons, button => button.Text == "We agreed on a time ✓");
        Assert.Contains("agreed on a time", (await people[pair].Reads()).Text, StringComparison.Ordinal);
    }

    private static async Task<ChatMessage> Invited(BotUser person)
    {
        var invitation = await person.Reads();
        Assert.StartsWith("New round in Founders. Taking part?", invitation.Text, StringComparison.Ordinal);
        return invitation;
    }

    private static Task<MatchRoundId> Open(BotApp weave, string slug, Guid founder) =>
        weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(DateTimeOffset.UtcNow.AddDays(1)), founder);

    private static IMatchRoundGrain Grain(BotApp weave, MatchRoundId id) => weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString());

    private static async Task<HashSet<(Guid, Guid)>> Pairs(BotApp weave, MatchRoundId round, IEnumerable<BotUser> people)
    {
        var pairs = new HashSet<(Guid, Guid)>();
        foreach (var person in people)
        {
            var me = (await weave.MemberOf(person)).Id;
            var id = (await Grain(weave, round).Get(me)).Match;
            Assert.NotNull(id);
            foreach (var partner in (await weave.Grains.GetGrain<IMatchGrain>(id.Value.ToString()).Get(me)).Partners)
                pairs.Add(me.CompareTo(partner.Card.Id) < 0 ? (me, partner.Card.Id) : (partner.Card.Id, me));
        }
        return pairs;
    }
}
