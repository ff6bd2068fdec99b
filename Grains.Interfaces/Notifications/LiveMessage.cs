namespace Weave.Notifications;

/// <summary>The message of a chat that shows a room as it stands.</summary>
/// <param name="Message">Its number in the chat; null before it was sent.</param>
/// <param name="Step">The last of the room's steps that rang; -1 for none.</param>
[GenerateSerializer, Immutable, Alias("liveMessage")]
public sealed record LiveMessage([property: Id(0)] Guid Room, [property: Id(1)] int? Message, [property: Id(2)] int Step);
