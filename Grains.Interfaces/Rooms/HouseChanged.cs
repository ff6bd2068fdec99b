namespace Weave.Rooms;

/// <summary>The room was locked or unlocked, a table asks for time, or something was said to everybody.</summary>
[GenerateSerializer, Immutable, Alias("houseChanged")]
public sealed record HouseChanged([property: Id(0)] RoomHouse House) : RoomEvent;
