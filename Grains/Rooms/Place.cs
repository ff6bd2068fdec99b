namespace Weave.Rooms;

/// <summary>Somebody who will come, or would: a row of the table RoomPlace.</summary>
/// <param name="Number">Their place in the order of those who said so.</param>
/// <param name="Has">The place is theirs; false while they wait for one.</param>
/// <param name="At">Since when it is so.</param>
internal sealed record Place(Guid Member, int Number, bool Has, DateTimeOffset At);
