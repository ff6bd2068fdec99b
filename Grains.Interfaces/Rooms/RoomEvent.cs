using System.Text.Json.Serialization;

namespace Weave.Rooms;

/// <summary>One change in a room, small enough to be sent to everybody it concerns. Type names and properties are a contract with clients.</summary>
[GenerateSerializer, Immutable, Alias("roomEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ParticipantJoined), "participantJoined")]
[JsonDerivedType(typeof(PresenceChanged), "presenceChanged")]
[JsonDerivedType(typeof(RoundStarted), "roundStarted")]
[JsonDerivedType(typeof(ParticipantSeated), "participantSeated")]
[JsonDerivedType(typeof(RoundExtended), "roundExtended")]
[JsonDerivedType(typeof(RoundEnded), "roundEnded")]
[JsonDerivedType(typeof(RoomClosed), "roomClosed")]
[JsonDerivedType(typeof(MessageSaid), "messageSaid")]
[JsonDerivedType(typeof(ContactReceived), "contactReceived")]
[JsonDerivedType(typeof(ContactGiven), "contactGiven")]
[JsonDerivedType(typeof(StageChanged), "stageChanged")]
[JsonDerivedType(typeof(IntroductionsEnded), "introductionsEnded")]
[JsonDerivedType(typeof(ClockPaused), "clockPaused")]
[JsonDerivedType(typeof(ClockResumed), "clockResumed")]
[JsonDerivedType(typeof(PlanChanged), "planChanged")]
[JsonDerivedType(typeof(HouseChanged), "houseChanged")]
[JsonDerivedType(typeof(MutedChanged), "mutedChanged")]
[JsonDerivedType(typeof(TakenOut), "takenOut")]
[JsonDerivedType(typeof(LeadFree), "leadFree")]
public abstract record RoomEvent;
