namespace Weave.Rooms;

/// <summary>I find a question important, or no longer, perhaps said in another tab.</summary>
[GenerateSerializer, Immutable, Alias("voteChanged")]
public sealed record VoteChanged([property: Id(0)] long Question, [property: Id(1)] bool Important) : RoomEvent;
