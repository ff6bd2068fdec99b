namespace Weave.Rooms;

/// <summary>What participants do about each other while somebody is on the stage, and in any other phase.</summary>
public partial interface IRoomGrain
{
    /// <summary>
    /// "I want to meet": said of anybody who has come, in any phase, or taken back. Nobody learns of it but the one who wishes, until both wish and the room
    /// is over; the tables of the rounds to come are planned by it. Harmless when repeated.
    /// </summary>
    [Alias("wish")]
    Task Wish(Guid member, int number, bool wanted);

    /// <summary>Writes to somebody who is or was on the stage, and to nobody else. <paramref name="key"/> is the client's own id: repeating it is harmless.</summary>
    [Alias("whisper")]
    Task Whisper(Guid member, int to, string key, string text);

    /// <summary>What was written to me, up to this one, has been seen.</summary>
    [Alias("whispersSeen")]
    Task WhispersSeen(Guid member, long upTo);

    /// <summary>A sign to the one on the stage: told to everybody, a few together, and not kept. Too many are passed over.</summary>
    [Alias("react")]
    Task React(Guid member, Reaction reaction);
}
