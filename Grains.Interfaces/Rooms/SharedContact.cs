using Weave.Members;

namespace Weave.Rooms;

/// <summary>A contact one participant gave to another in a room.</summary>
/// <param name="From">The giver's number.</param>
/// <param name="Card">The fields they chose to give.</param>
[GenerateSerializer, Immutable, Alias("sharedContact")]
public sealed record SharedContact([property: Id(0)] int From, [property: Id(1)] ContactCard Card);
