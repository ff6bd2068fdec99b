namespace Weave.Rooms;

/// <summary>
/// What organizers may besides moving the room on. All of it refuses with <see cref="Refusal.NotAnOrganizer"/> for others; a participant named by
/// <see cref="Appoint"/> has the same powers in this room, and nowhere else.
/// </summary>
public partial interface IRoomGrain
{
    /// <summary>Stops the clock; the time that is left is kept.</summary>
    [Alias("pause")]
    Task Pause(Guid by, int step);

    /// <summary>Lets the clock go on.</summary>
    [Alias("resume")]
    Task Resume(Guid by, int step);

    /// <summary>My table asks for more time. For everybody at a table; harmless when repeated.</summary>
    [Alias("askForTime")]
    Task AskForTime(Guid member, int step);

    /// <summary>Brings somebody to another table of the round that is on. Refuses with NotTogether for people to be kept apart.</summary>
    /// <param name="table">From 1.</param>
    [Alias("moveTo")]
    Task MoveTo(Guid by, int step, int number, int table);

    /// <summary>Lets two at different tables of the round that is on change places. Harmless when repeated. Refuses with NotTogether for people to be kept apart.</summary>
    /// <param name="table">Where <paramref name="instead"/> sat when this was asked for, from 1; when they no longer do, it refuses with AlreadyDone.</param>
    [Alias("swap")]
    Task Swap(Guid by, int step, int number, int instead, int table);

    /// <summary>Seats those present for the next round, to be changed by hand; the round starts as it is then.</summary>
    [Alias("arrange")]
    Task Arrange(Guid by, int step);

    /// <summary>Brings somebody to another table of the next round, or lets two change places.</summary>
    /// <param name="table">From 1; where <paramref name="instead"/> is given, it counts for nothing.</param>
    [Alias("rearrange")]
    Task Rearrange(Guid by, int step, int number, int table, int? instead);

    /// <summary>Forgets what was arranged by hand: the room seats the next round by itself.</summary>
    [Alias("forgetArrangement")]
    Task ForgetArrangement(Guid by, int step);

    /// <summary>Lets nobody in who has not been in, or lets people in again.</summary>
    [Alias("lock")]
    Task Lock(Guid by, bool locked);

    /// <summary>Takes somebody out: they are cut off and cannot come back. Refuses with Invalid for the community's organizers.</summary>
    [Alias("takeOut")]
    Task TakeOut(Guid by, int number);

    /// <summary>Lets somebody who was taken out come back.</summary>
    [Alias("letIn")]
    Task LetIn(Guid by, int number);

    /// <summary>Takes the written word from somebody, or gives it back. Refuses with Invalid for those who lead.</summary>
    [Alias("mute")]
    Task Mute(Guid by, int number, bool muted);

    /// <summary>Says something to everybody, in place of what was said before. <paramref name="key"/> is the client's own id: repeating it is harmless.</summary>
    [Alias("broadcast")]
    Task Broadcast(Guid by, string key, string text);

    /// <summary>Gives a participant the powers of an organizer in this room, or takes them back.</summary>
    [Alias("appoint")]
    Task Appoint(Guid by, int number, bool appoint);

    /// <summary>Whether whoever leads sits at a table in the rounds to come, as all others do unless they say otherwise. For organizers, each for themselves.</summary>
    [Alias("takeSeats")]
    Task TakeSeats(Guid by, bool seated);

    /// <summary>Takes the lead of a room that nobody leads: see <see cref="RoomSnapshot.LeadFreeAt"/>. For everybody in the room; the first one has it.</summary>
    [Alias("takeLead")]
    Task TakeLead(Guid member);

    /// <summary>The roll-call, and what is arranged for the next round.</summary>
    [Alias("desk")]
    Task<RoomDesk> Desk(Guid by);
}
