using System.Text.Json.Serialization;

namespace Weave.Notifications;

/// <summary>
/// Something a member is told. Grains say what; the edges (bot, mail) say it in the member's language when it is sent. Stored in the outbox
/// as JSON: type names and properties are a contract.
/// </summary>
[GenerateSerializer, Immutable, Alias("notice")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RoundInvitation), "roundInvitation")]
[JsonDerivedType(typeof(RoundReminder), "roundReminder")]
[JsonDerivedType(typeof(StandingEnded), "standingEnded")]
[JsonDerivedType(typeof(RoundPlaced), "roundPlaced")]
[JsonDerivedType(typeof(MatchMade), "matchMade")]
[JsonDerivedType(typeof(NoMatchThisTime), "noMatch")]
[JsonDerivedType(typeof(PartnerReported), "partnerReported")]
[JsonDerivedType(typeof(MeetingProposed), "meetingProposed")]
[JsonDerivedType(typeof(MeetingAgreed), "meetingAgreed")]
[JsonDerivedType(typeof(MeetingCalledOff), "meetingCalledOff")]
[JsonDerivedType(typeof(MeetingSoon), "meetingSoon")]
[JsonDerivedType(typeof(MeetingCheck), "meetingCheck")]
[JsonDerivedType(typeof(FeedbackAsked), "feedbackAsked")]
[JsonDerivedType(typeof(PartnerWaits), "partnerWaits")]
[JsonDerivedType(typeof(PartnerSilent), "partnerSilent")]
[JsonDerivedType(typeof(MatchOver), "matchOver")]
[JsonDerivedType(typeof(PartnerLeft), "partnerLeft")]
[JsonDerivedType(typeof(MembershipDecided), "membershipDecided")]
[JsonDerivedType(typeof(MembershipAsked), "membershipAsked")]
[JsonDerivedType(typeof(IntroductionAsked), "introductionAsked")]
[JsonDerivedType(typeof(IntroductionAgreed), "introductionAgreed")]
[JsonDerivedType(typeof(RoomNow), "roomNow")]
[JsonDerivedType(typeof(RoomAnnounced), "roomAnnounced")]
[JsonDerivedType(typeof(RoomPlaceFree), "roomPlaceFree")]
[JsonDerivedType(typeof(RoomPlaceTaken), "roomPlaceTaken")]
[JsonDerivedType(typeof(RoomSoon), "roomSoon")]
[JsonDerivedType(typeof(RoomMoved), "roomMoved")]
[JsonDerivedType(typeof(RoomCancelled), "roomCancelled")]
[JsonDerivedType(typeof(ReadyMessage), "message")]
[JsonDerivedType(typeof(SignInMail), "signIn")]
public abstract record Notice
{
    /// <summary>Somebody sits there and waits for it: it goes before what was sent to many, though never before an older one to the same recipient.</summary>
    [JsonIgnore]
    public virtual bool Awaited => false;
}
