using System.Collections.Immutable;
using Weave.Matching;
using Weave.Members;
using static Weave.Telegram.MeetingPress;

namespace Weave.Telegram;

/// <summary>Arranging a meeting, saying how useful it was, and parting, by buttons. Each press is answered with the card as it stands then, whatever the button was.</summary>
internal sealed class Meetings(IGrainFactory grains, RoundText cards, MeetingText texts, MeetingWords meeting)
{
    /// <summary>Before a match in what the chat awaits: a place for its meeting.</summary>
    private const char Naming = 'm';

    public async Task Pressed(Turn turn, Press press)
    {
        if (!TryRead(press, out var id, out var before))
            return;
        try
        {
            await Do(turn, press, id, before);
        }
        catch (Refused refused) when (refused.Reason is Refusal.AlreadyDone or Refusal.InThePast or Refusal.MatchEnded or Refusal.RoundClosed)
        {
            // An old button: what it was about has changed since.
            turn.Toast = meeting["Changed"];
            await Card(turn, id);
        }
    }

    /// <summary>Whether what is typed next names a place: so it is until something else is pressed or asked for.</summary>
    public static bool Awaits(Turn turn) => turn.Chat.Awaiting is [Naming, ..];

    public static void Forget(Turn turn)
    {
        if (Awaits(turn))
            turn.Chat = turn.Chat with { Awaiting = null };
    }

    /// <summary>A place in the member's own words, or the address of a call.</summary>
    public async Task Named(Turn turn, string text)
    {
        if (!MatchId.TryParse(turn.Chat.Awaiting![1..], out var id))
            return;
        var place = text.ReplaceLineEndings(" ").Trim();
        var mode = Uri.TryCreate(place, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? MeetingMode.Online : MeetingMode.InPerson;
        try
        {
            var mine = Mine(await Grain(id).Get(turn.Me.Id), turn.Me);
            turn.Say(texts.AskTimes(await Grain(id).Propose(turn.Me.Id, mine with { Mode = mode, Place = place }), turn.Me));
            Forget(turn);
        }
        catch (Refused refused) when (refused.Reason == Refusal.TooLong)
        {
            var ask = texts.AskPlace(id);
            turn.Say(ask with { Text = $"{Html.Escape(meeting["PlaceTooLong", MeetingOffer.MaxPlace, place.Length])}\n{ask.Text}" });
        }
    }

    private async Task AskPlace(Turn turn, MatchId id)
    {
        if (!(await Grain(id).Get(turn.Me.Id)).Open)
        {
            await Card(turn, id);
            return;
        }
        turn.Chat = turn.Chat with { Awaiting = $"{Naming}{id}" };
        turn.Show(texts.AskPlace(id));
    }

    private Task Do(Turn turn, Press press, MatchId id, string[] before) => (press.Verb, press.Choice, before) switch
    {
        (PressVerb.ShowMatch, Press.Yes, _) => Privately(turn, id),
        (PressVerb.ShowMatch, _, _) => Card(turn, id),
        (PressVerb.Way, _, _) when press.Is<MeetingMode>(out var mode) => Propose(turn, id, mine => mine with { Mode = mode, Place = mine.Mode == mode ? mine.Place : "" }),
        (PressVerb.Place, _, _) => AskPlace(turn, id),
        (PressVerb.Times, _, _) => Times(turn, id),
        (PressVerb.Zone, Press.Nothing, _) => Show(turn, texts.AskWhere(id)),
        (PressVerb.Zone, _, _) when KnownZones.Of(press.Choice) is { } zone => Lives(turn, id, zone),
        (PressVerb.Time, Press.Yes or Press.No, [var at]) when TryReadTime(at, out var moment) =>
            Propose(turn, id, mine => mine with { Times = press.Choice == Press.Yes ? With(mine.Times, moment) : mine.Times.Remove(moment) }),
        (PressVerb.Agree, _, [var at, var offer]) when TryReadTime(at, out var moment) && TryReadNumber(offer, out var number) =>
            AndCard(turn, id, () => Grain(id).Agree(turn.Me.Id, number, moment)),
        (PressVerb.CallOff, Press.Yes, _) => AndCard(turn, id, () => Grain(id).CallOff(turn.Me.Id)),
        (PressVerb.CallOff, _, _) => Show(turn, texts.AskWhether(meeting["AskCallOff"], meeting["CallOff"], CallOff(sure: true, id), id)),
        (PressVerb.FindAnother, Press.Yes, _) => AndCard(turn, id, () => Grain(id).FindAnother(turn.Me.Id)),
        (PressVerb.FindAnother, _, _) => Show(turn, texts.AskWhether(meeting["FindAnotherHint"], meeting["FindAnotherDo"], FindAnother(sure: true, id), id)),
        (PressVerb.Rate, >= '1' and <= '5', _) => Rate(turn, id, press.Choice - '0'),
        (PressVerb.Stance, _, [var tail]) => Judge(turn, press, id, tail),
        _ => Task.CompletedTask,
    };

    /// <summary>Changes one's own offer; with none yet, it begins with what the others propose, or what suits one's profile.</summary>
    private async Task Propose(Turn turn, MatchId id, Func<MeetingOffer, MeetingOffer> change)
    {
        var match = await Grain(id).Get(turn.Me.Id);
        var now = await Grain(id).Propose(turn.Me.Id, change(Mine(match, turn.Me)));
        if (now.Arrangement.Sequence != match.Arrangement.Sequence)
            await Card(turn, id);
        else
            turn.Show(texts.AskTimes(now, turn.Me));
    }

    private static MeetingOffer Mine(Match match, Member me)
    {
        var offers = match.Arrangement.Offers;
        if (offers.TryGetValue(me.Id, out var mine))
            return mine;
        if (match.Partners.Select(partner => offers.GetValueOrDefault(partner.Card.Id)).OfType<MeetingOffer>().FirstOrDefault() is { } theirs)
            return theirs with { Times = [] };
        return match.Arrangement.Agreed is { } agreed
            ? new MeetingOffer { Mode = agreed.Mode, Place = agreed.Place }
            : new MeetingOffer { Mode = me.Profile.Meets == MeetingPreference.InPerson && match.City.Length > 0 ? MeetingMode.InPerson : MeetingMode.Online };
    }

    private async Task Times(Turn turn, MatchId id)
    {
        var match = await Grain(id).Get(turn.Me.Id);
        if (match.Open)
            turn.Show(texts.AskTimes(match, turn.Me));
        else
            await Card(turn, id);
    }

    private async Task Lives(Turn turn, MatchId id, string zone)
    {
        turn.Member = await grains.GetGrain<IMemberGrain>(turn.Me.Id).Change(new ProfileChange { TimeZone = zone });
        await Times(turn, id);
    }

    private async Task Rate(Turn turn, MatchId id, int useful)
    {
        var match = await Grain(id).Get(turn.Me.Id);
        await AndCard(turn, id, () => Grain(id).Rate(turn.Me.Id, match.Feedback with { Useful = useful }));
        turn.Toast = meeting["Saved"];
    }

    private async Task Privately(Turn turn, MatchId id)
    {
        var match = await Grain(id).Get(turn.Me.Id);
        if (match.Partners.Count > 0)
            turn.Show(texts.AskPrivately(match));
        else
            await Card(turn, id);
    }

    private async Task Judge(Turn turn, Press press, MatchId id, string tail)
    {
        var match = await Grain(id).Get(turn.Me.Id);
        if (match.Partners.FirstOrDefault(partner => TailOf(partner.Card.Id) == tail) is not { Card: { Id: var partner } card })
        {
            await Card(turn, id);
        }
        else if (press.Is<Stance>(out var stance))
        {
            var now = await Grain(id).Judge(turn.Me.Id, partner, stance);
            turn.Toast = meeting[stance == Stance.Blocked ? "Blocked" : "Judged"];
            if (now.Partners.Count > 0)
                turn.Show(texts.AskPrivately(now));
            else
                await Card(turn, id);
        }
        else
        {
            turn.Show(texts.AskWhether(meeting["BlockAsk", card.Profile.Name], meeting["BlockDo", card.Profile.Name], MeetingPress.Judge(Stance.Blocked, partner, id), id));
        }
    }

    private async Task AndCard(Turn turn, MatchId id, Func<Task> command)
    {
        await command();
        await Card(turn, id);
    }

    private async Task Card(Turn turn, MatchId id) => turn.Show(await cards.Match(id, turn.Me));

    private static Task Show(Turn turn, BotMessage message)
    {
        turn.Show(message);
        return Task.CompletedTask;
    }

    private static ImmutableArray<DateTimeOffset> With(ImmutableArray<DateTimeOffset> times, DateTimeOffset at) =>
        [.. times.Where(time => time != at).TakeLast(MeetingOffer.MaxTimes - 1).Append(at).Order()];

    private IMatchGrain Grain(MatchId id) => grains.GetGrain<IMatchGrain>(id.ToString());
}
