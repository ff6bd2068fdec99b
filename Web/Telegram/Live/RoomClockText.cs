using Weave.Members;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>What the clock of a room says in a chat: how long it goes on, and what comes next and about when.</summary>
internal sealed class RoomClockText(Words words, TimeProvider time)
{
    /// <summary>Between two phases people stand up and look for their table; as browsers reckon.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>What an organizer lets begin or end; it is there before anybody could read how many seconds are left.</summary>
    public string Countdown(RoomSnapshot now) => now.Next switch
    {
        null => "",
        RoomPhase.Introductions => words.Html("Room.SoonStage"),
        RoomPhase.Round => words.Html("Room.SoonRound", now.Round + 1),
        RoomPhase.OpenFloor => words.Html("Room.SoonFloor"),
        RoomPhase.Closed => words.Html("Room.SoonClosed"),
        _ => words.Html("Room.SoonBreak"),
    };

    /// <summary>When the round or the open floor ends, and what comes next.</summary>
    public string Lines(RoomSnapshot now, Member reader) => string.Join('\n', new[] { Left(now, reader), Next(now, reader) }.Where(line => line.Length > 0));

    private string Left(RoomSnapshot now, Member reader) => now switch
    {
        { Next: not null } => "",
        { Left: { } left } => words.Html("Room.Paused", (int)Math.Ceiling(left.TotalMinutes)),
        { Deadline: { } end } => words.Html(Until(end), words.Left(end, reader.Profile)),
        _ => "",
    };

    /// <summary>How long one has the stage, roughly.</summary>
    public string Seconds(RoomSnapshot now) => now.Deadline - time.GetUtcNow() is { TotalSeconds: > 0 } left ? $" {words.Html("Room.YourTime", Math.Max(1, Math.Round(left.TotalSeconds / 10)) * 10)}" : "";

    /// <summary>What comes after the phase that is on, and about when; nothing while that is up to an organizer.</summary>
    public string Next(RoomSnapshot now, Member reader)
    {
        if (now.Deadline is not { } end || now.Next is not null)
            return "";
        if (now.Phase == RoomPhase.Introductions)
            end += (now.Plan.SpeakerTime ?? TimeSpan.Zero) * Math.Max(0, now.Stage.Count - 1);
        var about = words.Time(end + Between, reader.Profile);
        if (now.Round < now.Plan.Rounds)
            return words.Html("Room.ThenRound", about, now.Round + 1, now.Plan.Rounds);
        return now.Plan.FloorTime is not null && !now.FloorHeld ? words.Html("Room.ThenFloor", about) : words.Html("Room.ThenEnd", about);
    }

    private string Until(DateTimeOffset end) => (end - time.GetUtcNow()).TotalSeconds switch
    {
        <= 30 => "Room.LastHalf",
        <= 60 => "Room.LastMinute",
        _ => "Room.Until",
    };
}
