namespace Weave.Rooms;

/// <summary>A person in a room, as everybody in it sees them.</summary>
/// <param name="Number">Their number in this room, from 0 in order of arrival; it never changes and is never reused.</param>
/// <param name="Picture">The version of their picture; null without one.</param>
/// <param name="InChat">They take part from their chat with the bot.</param>
/// <param name="Hidden">One of the two has blocked the other: nothing of this participant is shown but that somebody is there.</param>
[GenerateSerializer, Immutable, Alias("participant")]
public sealed record Participant([property: Id(0)] int Number, [property: Id(1)] Guid Member, [property: Id(2)] string Name, [property: Id(3)] string Headline, [property: Id(4)] string Company, [property: Id(5)] string? Picture, [property: Id(6)] IReadOnlyList<string> Interests, [property: Id(7)] string LooksFor, [property: Id(8)] string Offers, [property: Id(9)] bool Organizer, [property: Id(10)] Presence Presence, [property: Id(21)] bool InChat = false, [property: Id(70)] bool Hidden = false)
{
    /// <summary>The same participant as somebody sees them who must not know more than that they are there.</summary>
    /// <param name="named">By name, for those who lead the room.</param>
    public Participant Veiled(bool named) => new(Number, Guid.Empty, named ? Name : "", "", "", null, [], "", "", Organizer: false, Presence, Hidden: true);
}
