using System.Collections.Immutable;
using CsCheck;
using Xunit;

namespace Weave.Matching;

/// <summary>Partners propose, agree and call off in any order; whatever they do, nobody is bound to what they have not said.</summary>
public sealed class ArrangementTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Three = [new(1, 0, 0, new byte[8]), new(2, 0, 0, new byte[8]), new(3, 0, 0, new byte[8])];

    /// <summary>Who does what: 0 and 1 propose, 2 and 3 agree to something, 4 calls off, 5 leaves.</summary>
    private static readonly Gen<(int Who, int What, int Way, int Times, int Pick)> Step =
        Gen.Select(Gen.Int[0, 2], Gen.Frequency((8, Gen.Int[0, 3]), (1, Gen.Const(4)), (1, Gen.Const(5))), Gen.Int[0, 2], Gen.Int[0, 15], Gen.Int[0, 100]);

    [Fact]
    public void No_sequence_of_commands_reaches_an_invalid_state() => Gen.Select(Gen.Int[2, 3], Step.Array[1, 40]).Sample((count, steps) =>
    {
        var partners = Three.Take(count).ToList();
        var now = new Arrangement();
        // What each has said that suits them since the last time all was settled, kept apart from the type itself.
        var suits = new Dictionary<Guid, (string Way, HashSet<DateTimeOffset> Times)>();
        foreach (var step in steps)
        {
            var by = partners[step.Who % partners.Count];
            var before = now;
            now = Do(now, partners, suits, by, step);
            Check(before, now, partners, suits);
            if (now.Sequence != before.Sequence)
                suits.Clear();
        }
    }, iter: 20_000);

    [Fact]
    public void Two_who_propose_at_once_the_same_have_agreed()
    {
        var (anna, omar) = (Three[0], Three[1]);
        var now = new Arrangement().Propose([anna, omar], anna, Online(10, 12)).Propose([anna, omar], omar, Online(12, 14));

        Assert.Equal(new Meeting(MeetingMode.Online, "", At(12)), now.Agreed);
        Assert.Equal((1, 0), (now.Sequence, now.Offers.Count));
    }

    [Fact]
    public void Two_who_propose_at_once_different_things_see_each_others_offer_and_either_may_agree()
    {
        var (anna, omar) = (Three[0], Three[1]);
        var now = new Arrangement().Propose([anna, omar], anna, Online(10)).Propose([anna, omar], omar, InPerson("Berlin", 12));

        Assert.Null(now.Agreed);
        Assert.Equal(new Meeting(MeetingMode.InPerson, "Berlin", At(12)), now.Agree([anna, omar], anna, now.Offers[omar].Number, At(12))?.Agreed);
        Assert.Equal(new Meeting(MeetingMode.Online, "", At(10)), now.Agree([anna, omar], omar, now.Offers[anna].Number, At(10))?.Agreed);
    }

    [Fact]
    public void Of_three_all_must_agree()
    {
        var (anna, omar, lena) = (Three[0], Three[1], Three[2]);
        var now = new Arrangement().Propose(Three, anna, Online(10, 12));
        now = now.Agree(Three, omar, now.Offers[anna].Number, At(10))!;
        Assert.Null(now.Agreed);
        now = now.Agree(Three, lena, now.Offers[anna].Number, At(12))!;
        Assert.Null(now.Agreed);

        now = now.Agree(Three, omar, now.Offers[lena].Number, At(12))!;
        Assert.Equal(At(12), now.Agreed?.At);
    }

    [Fact]
    public void Nobody_agrees_to_an_offer_that_was_changed_meanwhile()
    {
        var (anna, omar) = (Three[0], Three[1]);
        var first = new Arrangement().Propose([anna, omar], anna, InPerson("Café Mitte", 10));
        var changed = first.Propose([anna, omar], anna, InPerson("Café Nord", 10));

        Assert.Null(changed.Agree([anna, omar], omar, first.Offers[anna].Number, At(10)));
        Assert.Null(first.Agree([anna, omar], omar, first.Offers[anna].Number, At(11)));
        Assert.Null(first.Agree([anna, omar], anna, first.Offers[anna].Number, At(10)));
    }

    [Fact]
    public void An_agreed_meeting_stands_until_all_agree_to_move_it_and_agreeing_twice_changes_nothing()
    {
        var (anna, omar) = (Three[0], Three[1]);
        var offered = new Arrangement().Propose([anna, omar], anna, Online(10));
        var agreed = offered.Agree([anna, omar], omar, offered.Offers[anna].Number, At(10))!;
        Assert.Same(agreed, agreed.Agree([anna, omar], omar, offered.Offers[anna].Number, At(10)));

        var moving = agreed.Propose([anna, omar], omar, Online(15));
        Assert.Equal(At(10), moving.Agreed?.At);
        var moved = moving.Agree([anna, omar], anna, moving.Offers[omar].Number, At(15))!;
        Assert.Equal((At(15), 2), (moved.Agreed!.At, moved.Sequence));

        var off = moved.CallOff(anna);
        Assert.Null(off.Agreed);
        Assert.Equal((At(15), 3), (off.CalledOff!.At, off.Sequence));
        Assert.Same(off, off.CallOff(anna));
    }

    [Fact]
    public void When_one_of_three_leaves_the_others_may_be_agreed_at_once()
    {
        var now = new Arrangement().Propose(Three, Three[0], Online(10)).Propose(Three, Three[1], Online(10));
        Assert.Null(now.Agreed);

        Assert.Equal(At(10), now.Without([Three[0], Three[1]], Three[2]).Agreed?.At);
    }

    [Fact]
    public void Of_several_links_for_the_call_that_of_who_spoke_last_is_taken()
    {
        var (anna, omar) = (Three[0], Three[1]);
        var now = new Arrangement().Propose([anna, omar], anna, Online(10) with { Place = "https://meet.example/anna" });

        Assert.Equal("https://meet.example/anna", now.Propose([anna, omar], omar, Online(10)).Agreed?.Place);
        Assert.Equal("https://meet.example/omar", now.Propose([anna, omar], omar, Online(10) with { Place = "https://meet.example/omar" }).Agreed?.Place);
    }

    [Fact]
    public void Times_that_have_passed_suit_nobody()
    {
        var now = new Arrangement().Propose(Three, Three[0], Online(10, 12)).Upcoming(At(11));

        Assert.Equal([At(12)], now.Offers[Three[0]].Times);
        Assert.Same(now, now.Upcoming(At(11)));
    }

    private static Arrangement Do(
        Arrangement now, List<Guid> partners, Dictionary<Guid, (string Way, HashSet<DateTimeOffset> Times)> suits, Guid by, (int Who, int What, int Way, int Times, int Pick) step)
    {
        switch (step.What)
        {
            case 0 or 1:
                var offer = Offer(step.Way, [.. Enumerable.Range(0, 4).Where(bit => (step.Times >> bit & 1) == 1).Select(bit => 10 + bit)]);
                suits[by] = (Way(offer), [.. offer.Times]);
                return now.Propose(partners, by, offer);
            case 2 or 3:
                var offers = now.Offers.Where(entry => entry.Value.Times.Length > 0).OrderBy(entry => entry.Key).ToList();
                if (offers.Count == 0)
                    return now;
                var (owner, picked) = offers[step.Pick % offers.Count];
                var at = picked.Times[step.Pick % picked.Times.Length];
                var next = now.Agree(partners, by, picked.Number, at);
                Assert.Equal(owner == by && now.Agreed?.At != at, next is null);
                if (next is null || owner == by)
                    return now;
                if (suits.TryGetValue(by, out var mine) && mine.Way == Way(picked))
                    mine.Times.Add(at);
                else
                    suits[by] = (Way(picked), [at]);
                return next;
            case 4:
                if (now.Agreed is null)
                    suits.Remove(by);
                return now.CallOff(by);
            default:
                if (partners.Count < 3)
                    return now;
                partners.Remove(by);
                suits.Remove(by);
                return now.Without(partners, by);
        }
    }

    private static void Check(Arrangement before, Arrangement now, List<Guid> partners, Dictionary<Guid, (string Way, HashSet<DateTimeOffset> Times)> suits)
    {
        Assert.All(now.Offers.Keys, by => Assert.Contains(by, partners));
        Assert.All(now.Offers.Values, offer => Assert.InRange(offer.Number, 1, now.Made));
        Assert.Equal(now.Offers.Count, now.Offers.Values.Select(offer => offer.Number).Distinct().Count());
        Assert.False(now.Agreed is not null && now.CalledOff is not null);
        Assert.Equal(now.Sequence > 0, now.Agreed is not null || now.CalledOff is not null);
        Assert.InRange(now.Sequence, before.Sequence, before.Sequence + 1);
        Assert.Equal(before.Agreed != now.Agreed, before.Sequence != now.Sequence);

        // Settled just when all have said the same way and share a time; then at the earliest of these.
        var all = partners.TrueForAll(suits.ContainsKey) ? partners.ConvertAll(partner => suits[partner]) : [];
        DateTimeOffset[] common = all.Count > 0 && all.TrueForAll(one => one.Way == all[0].Way)
            ? [.. all[0].Times.Where(time => all.TrueForAll(one => one.Times.Contains(time)))] : [];
        if (common.Length > 0)
        {
            Assert.Equal((common.Min(), all[0].Way), (now.Agreed!.At, $"{now.Agreed.Mode} {now.Agreed.Place}"));
            Assert.Empty(now.Offers);
            suits.Clear();
        }
        else if (now.Agreed != before.Agreed)
        {
            Assert.Null(now.Agreed);
        }
        if (now.Sequence == before.Sequence)
            Assert.Equal(suits.Keys.Order(), now.Offers.Keys.Order());
    }

    private static MeetingOffer Offer(int way, params int[] hours) => way == 0 ? Online(hours) : InPerson(way == 1 ? "Berlin" : "Potsdam", hours);

    private static MeetingOffer Online(params int[] hours) => new() { Times = Times(hours) };

    private static MeetingOffer InPerson(string place, params int[] hours) => new() { Mode = MeetingMode.InPerson, Place = place, Times = Times(hours) };

    private static string Way(MeetingOffer offer) => $"{offer.Mode} {offer.Place}";

    private static ImmutableArray<DateTimeOffset> Times(int[] hours) => [.. hours.Select(At)];

    private static DateTimeOffset At(int hour) => Now.AddHours(hour);
}
