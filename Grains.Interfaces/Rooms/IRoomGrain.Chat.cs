namespace Weave.Rooms;

/// <summary>Taking part from a chat with the bot: the same seats, the same table, without a browser.</summary>
public partial interface IRoomGrain
{
    /// <summary>
    /// Comes in from the chat, or back; refuses as <see cref="Join"/> does. From then on the chat is told how the room stands, each time as <see cref="Notifications.RoomNow"/>, until
    /// they leave. Harmless when repeated.
    /// </summary>
    [Alias("joinByChat")]
    Task JoinByChat(Guid member, long chat);

    /// <summary>Tells the member's chat at once how the room stands: they have done something there and wait for it. Does nothing for those in no chat.</summary>
    [Alias("showInChat")]
    Task ShowInChat(Guid member);
}
