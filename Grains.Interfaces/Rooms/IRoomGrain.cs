using Weave.Members;

namespace Weave.Rooms;

/// <summary>
/// One live room: lobby → introductions, if planned → rounds with breaks → open floor, if planned → closed. Key: the room id. Talked to by the pages, by the hub of every host
/// with a browser in it, by the bot and by simulated members. Every method but <see cref="Open"/>, <see cref="OpenInSeries"/> and <see cref="Unwatch"/> refuses with
/// <see cref="Refusal.NotFound"/> when there is no such room. Commands that move the room on carry the step they were based on and refuse with
/// <see cref="Refusal.AlreadyDone"/> when it has passed.
/// </summary>
[Alias("roomGrain")]
public partial interface IRoomGrain : IGrainWithGuidKey
{
    /// <summary>Makes the room; called by the community, harmless when repeated.</summary>
    [Alias("open")]
    Task Open(RoomPlan plan, string community);

    /// <summary>The room from outside; null stands for somebody who is not signed in.</summary>
    [Alias("page")]
    Task<RoomPage> Page(Guid? viewer);

    /// <summary>Changes the plan, before and during; what has been played stays. For organizers.</summary>
    [Alias("replan")]
    Task Replan(RoomPlan plan, Guid by);

    /// <summary>
    /// Comes in, or back: a second tab or a reconnect finds the same participant at the same table. Refuses with NotAMember, RoomFull, RoomClosed.
    /// <paramref name="connection"/> is counted as present until <see cref="Disconnected"/>; null for a participant without a connection of its own.
    /// </summary>
    /// <param name="member">Who.</param>
    /// <param name="connection">The connection's id, unique over all hosts.</param>
    /// <param name="host">The web host's id, as given to <see cref="Watch"/>: when the host is lost, so are its connections.</param>
    [Alias("join")]
    Task<RoomSnapshot> Join(Guid member, string? connection, string? host);

    /// <summary>The snapshot for somebody who is in the room.</summary>
    [Alias("snapshot")]
    Task<RoomSnapshot> Snapshot(Guid member);

    /// <summary>One connection is gone. The participant is away when it was their last one.</summary>
    [Alias("disconnected")]
    Task Disconnected(Guid member, string connection);

    /// <summary>Leaves by one's own will; the seat is free. Harmless when repeated.</summary>
    [Alias("leave")]
    Task Leave(Guid member);

    /// <summary>Seats those present and starts the clock. For organizers.</summary>
    [Alias("startRound")]
    Task StartRound(Guid by, int step);

    /// <summary>Begins the introductions, from the lobby. For organizers.</summary>
    [Alias("introduce")]
    Task Introduce(Guid by, int step);

    /// <summary>Steps out of the line of the introductions before one's turn, or into it again as the last. Harmless when repeated.</summary>
    [Alias("passTurn")]
    Task PassTurn(Guid member, bool pass);

    /// <summary>Brings the next one on the stage before the time is over. For organizers and who is on the stage.</summary>
    [Alias("nextSpeaker")]
    Task NextSpeaker(Guid by, int step);

    /// <summary>Ends the round, the introductions or the open floor before its time. For organizers.</summary>
    [Alias("endRound")]
    Task EndRound(Guid by, int step);

    /// <summary>Gives the round, who is on the stage, or the open floor 10 seconds to 30 minutes more. For organizers.</summary>
    [Alias("extendRound")]
    Task ExtendRound(Guid by, int step, TimeSpan longer);

    /// <summary>
    /// Lets a phase begin in ten seconds, which everybody sees: the introductions, a round, the open floor, a break, the end of the room; in place of another that is counted down
    /// to. Refused where it would be refused at once. For organizers.
    /// </summary>
    [Alias("countDown")]
    Task CountDown(Guid by, int step, RoomPhase next);

    /// <summary>Calls off what is counted down to: the phase goes on as it was. For organizers.</summary>
    [Alias("callOff")]
    Task CallOff(Guid by, RoomPhase next);

    /// <summary>Ends the room for good. For organizers.</summary>
    [Alias("close")]
    Task Close(Guid by, int step);

    /// <summary>Says something at one's table. <paramref name="key"/> is the client's own id of the message: repeating it is harmless.</summary>
    [Alias("say")]
    Task Say(Guid member, string key, string text);

    /// <summary>Says something to everybody in the room, else as <see cref="Say"/>. What comes from a chat right after a round was meant for the table, and is refused.</summary>
    [Alias("sayToRoom")]
    Task SayToRoom(Guid member, string key, string text);

    /// <summary>Gives one's contact to a participant in the room, or with null to all at one's table. Repeating adds fields and takes none away.</summary>
    [Alias("shareContact")]
    Task ShareContact(Guid member, int? to, ContactFields fields);

    /// <summary>Gives one's contact to everybody who is in the room, while it is open.</summary>
    [Alias("shareWithRoom")]
    Task ShareWithRoom(Guid member, ContactFields fields);

    /// <summary>Sends every later event to the host; to be renewed within two minutes. Returns the epoch.</summary>
    [Alias("watch")]
    Task<string> Watch(string host, IRoomObserver observer);

    /// <summary>Sends the host no more events; its connections still count. Harmless when it did not watch.</summary>
    [Alias("unwatch")]
    Task Unwatch(string host);
}
