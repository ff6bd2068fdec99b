namespace Weave.Rooms;

/// <summary>An organizer has changed what is to come.</summary>
[GenerateSerializer, Immutable, Alias("planChanged")]
public sealed record PlanChanged([property: Id(0)] RoomPlan Plan) : RoomEvent;
