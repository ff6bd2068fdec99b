using System.Globalization;
using Weave.Matching;

namespace Weave.Notifications;

/// <summary>What a link agrees to: one time of one offer in a match, as <c>offer.minutes.match</c>.</summary>
internal readonly record struct TimeChosen(MatchId Match, int Offer, DateTimeOffset At)
{
    private const int Minute = 60;

    public static TimeChosen Parse(string text) => text.Split('.', 3) is [var offer, var minutes, var match] && MatchId.TryParse(match, out var id)
        && int.TryParse(offer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new(id, number, DateTimeOffset.FromUnixTimeSeconds((long)at * Minute))
            : throw new Refused(Refusal.NotFound);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Offer}.{At.ToUnixTimeSeconds() / Minute}.{Match}");
}
