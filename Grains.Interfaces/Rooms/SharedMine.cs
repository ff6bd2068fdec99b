using Weave.Members;

namespace Weave.Rooms;

/// <summary>What I gave to whom.</summary>
/// <param name="To">The receiver's number.</param>
[GenerateSerializer, Immutable, Alias("sharedMine")]
public sealed record SharedMine([property: Id(0)] int To, [property: Id(1)] ContactFields Fields);
