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
[JsonDerivedType(typeof(WishChanged), "wishChanged")]
[JsonDerivedType(typeof(WhisperReceived), "whisperReceived")]
[JsonDerivedType(typeof(WhispersRead), "whispersRead")]
[JsonDerivedType(typeof(Reacted), "reacted")]
[JsonDerivedType(typeof(FloorOpened), "floorOpened")]
[JsonDerivedType(typeof(HandsChanged), "handsChanged")]
[JsonDerivedType(typeof(FloorClosed), "floorClosed")]
[JsonDerivedType(typeof(QuestionAsked), "questionAsked")]
[JsonDerivedType(typeof(QuestionVoted), "questionVoted")]
[JsonDerivedType(typeof(VoteChanged), "voteChanged")]
[JsonDerivedType(typeof(QuestionSettled), "questionSettled")]
public abstract record RoomEvent;
