namespace Weave.Members.Traces;

/// <summary>
/// Every table with something about a member in it. A test compares this list with the database: whoever adds a table decides here what is exported and what becomes
/// of it when the member goes.
/// </summary>
internal static class AllTraces
{
    /// <summary>Erased in this order: what is found by way of other rows comes before them. Names of two words stand in quotes, or PostgreSQL would export them in small letters.</summary>
    public static readonly IReadOnlyList<Trace> List =
    [
        new("communities",
            "SELECT m.Community, l.Name, m.Status, m.Since FROM Membership m LEFT JOIN CommunityListing l ON l.Slug = m.Community WHERE m.Member = @member",
            "UPDATE CommunityListing SET Members = Members - 1 WHERE Slug IN (SELECT Community FROM Membership WHERE Member = @member AND Status >= 2)",
            "DELETE FROM Membership WHERE Member = @member"),
        new("rounds", "SELECT Round, Answer FROM RoundMember WHERE Member = @member", "DELETE FROM RoundMember WHERE Member = @member"),
        new("roundsToCome", "SELECT Community, Choice, PausedUntil AS \"PausedUntil\", OddOne AS \"OddOne\", Hosts FROM Standing WHERE Member = @member", "DELETE FROM Standing WHERE Member = @member"),
        new("shortfalls", "SELECT Community, Number, Shortfall FROM RoundShortfall WHERE Member = @member", "DELETE FROM RoundShortfall WHERE Member = @member"),
        new("wantedAnotherPartner", "SELECT Round, Since FROM RoundWaiting WHERE Member = @member", "DELETE FROM RoundWaiting WHERE Member = @member"),
        new("saidOfMatches", "SELECT Round, Number, Outcome, Useful FROM RoundHeard WHERE Member = @member", "DELETE FROM RoundHeard WHERE Member = @member"),
        new("matches", "SELECT Round, Number, Made FROM MatchPartner WHERE Member = @member", "DELETE FROM MatchPartner WHERE Member = @member"),
        new("meetings",
            "SELECT CASE WHEN A = @member THEN B ELSE A END AS Other, Source, At FROM Meeting WHERE A = @member OR B = @member",
            "DELETE FROM Meeting WHERE A = @member", "DELETE FROM Meeting WHERE B = @member"),
        new("stances",
            "SELECT Other, Stance, Since FROM Stance WHERE Member = @member",
            "DELETE FROM Stance WHERE Member = @member", "DELETE FROM Stance WHERE Other = @member"),
        new("contacts",
            "SELECT Member, Name, Headline, Company, Email, Phone, Telegram, Links, Source, Occasion, At FROM Contact WHERE Owner = @member",
            "DELETE FROM ContactSource WHERE Owner = @member", "DELETE FROM Contact WHERE Owner = @member"),
        // Given to others by consent: it stays with them.
        new("contactsGiven", "SELECT Owner AS Receiver, Name, Headline, Company, Email, Phone, Telegram, Links, Source, Occasion, At FROM Contact WHERE Member = @member"),
        new("roomMessages",
            "SELECT m.Room, m.Round, m.TableNumber AS \"TableNumber\", m.Text, m.At FROM RoomMessage m JOIN RoomGuest g ON g.Room = m.Room AND g.Number = m.Author WHERE g.Member = @member",
            "DELETE FROM RoomMessage WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomMessage.Room AND g.Number = RoomMessage.Author)"),
        new("roomContacts",
            """
            SELECT c.Room, CASE WHEN c.Giver = g.Number THEN 1 ELSE 0 END AS Mine, c.Fields, c.Email, c.Phone, c.Telegram, c.Links, c.At
            FROM RoomContact c JOIN RoomGuest g ON g.Room = c.Room AND g.Number IN (c.Giver, c.Receiver) WHERE g.Member = @member
            """,
            "DELETE FROM RoomContact WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomContact.Room AND g.Number IN (RoomContact.Giver, RoomContact.Receiver))"),
        new("roomWishes",
            "SELECT w.Room, w.Wished, w.At, w.Asked, w.Told FROM RoomWish w JOIN RoomGuest g ON g.Room = w.Room AND g.Number = w.Wisher WHERE g.Member = @member",
            "DELETE FROM RoomWish WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomWish.Room AND g.Number IN (RoomWish.Wisher, RoomWish.Wished))"),
        new("roomWhispers",
            """
            SELECT w.Room, CASE WHEN w.Author = g.Number THEN 1 ELSE 0 END AS Mine, w.Text, w.At
            FROM RoomWhisper w JOIN RoomGuest g ON g.Room = w.Room AND g.Number IN (w.Author, w.Receiver) WHERE g.Member = @member
            """,
            "DELETE FROM RoomWhisper WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomWhisper.Room AND g.Number IN (RoomWhisper.Author, RoomWhisper.Receiver))"),
        new("roomQuestionVotes",
            "SELECT v.Room, v.Question FROM RoomQuestionVote v JOIN RoomGuest g ON g.Room = v.Room AND g.Number = v.Voter WHERE g.Member = @member",
            "DELETE FROM RoomQuestionVote WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomQuestionVote.Room AND g.Number = RoomQuestionVote.Voter)"),
        new("roomQuestions",
            "SELECT q.Room, q.Text, q.At, q.Standing FROM RoomQuestion q JOIN RoomGuest g ON g.Room = q.Room AND g.Number = q.Author WHERE g.Member = @member",
            "DELETE FROM RoomQuestion WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomQuestion.Room AND g.Number = RoomQuestion.Author)"),
        // A table's own: it stays with those who sat there, without a name.
        new("roomNotes",
            "SELECT n.Room, n.Round, n.TableNumber AS \"TableNumber\", n.Text, n.At FROM RoomNote n JOIN RoomGuest g ON g.Room = n.Room AND g.Number = n.Author WHERE g.Member = @member",
            "UPDATE RoomNote SET Author = NULL WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomNote.Room AND g.Number = RoomNote.Author)"),
        new("roomFeedback",
            "SELECT f.Room, f.Useful, f.Again, f.At FROM RoomFeedback f JOIN RoomGuest g ON g.Room = f.Room AND g.Number = f.Number WHERE g.Member = @member",
            "DELETE FROM RoomFeedback WHERE EXISTS (SELECT 1 FROM RoomGuest g WHERE g.Member = @member AND g.Room = RoomFeedback.Room AND g.Number = RoomFeedback.Number)"),
        new("roomsAhead", "SELECT Room, Has, At FROM RoomPlace WHERE Member = @member", "DELETE FROM RoomPlace WHERE Member = @member"),
        new("roomSeries", "SELECT Series, Since FROM RoomSubscriber WHERE Member = @member", "DELETE FROM RoomSubscriber WHERE Member = @member"),
        // The number stays taken: rounds and tables of the past go by it.
        new("rooms",
            """
            SELECT Room, Name, Headline, Company, Interests, LooksFor AS "LooksFor", Offers, Organizer, Email, Phone, Telegram, Links, Shares, Chat, SeenAt AS "SeenAt",
              JoinedAt AS "JoinedAt", PresentFor AS "PresentFor" FROM RoomGuest WHERE Member = @member
            """,
            """
            UPDATE RoomGuest SET Name = '', Headline = '', Company = '', Picture = NULL, Interests = '', LooksFor = '', Offers = '', Email = '', Phone = '', Telegram = '', Links = '',
              Shares = 0, Presence = 2, Standalone = 0, Chat = NULL WHERE Member = @member
            """),
        new("messagesWaiting", "SELECT Channel, Recipient, Notice, Stored FROM Outbox WHERE Member = @member",
            "DELETE FROM Outbox WHERE Member = @member OR Recipient IN @recipients"),
        new("messagesFailed", "SELECT Channel, Recipient, Notice, Error, Died FROM OutboxDead WHERE Member = @member",
            "DELETE FROM OutboxDead WHERE Member = @member OR Recipient IN @recipients"),
        new("queues", null,
            "DELETE FROM OutboxRecipient WHERE Ready IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Outbox o WHERE o.Channel = OutboxRecipient.Channel AND o.Recipient = OutboxRecipient.Recipient)",
            "DELETE FROM OutboxRecipient WHERE Recipient IN @recipients"),
    ];

    /// <summary>Tables with nothing about a member but numbers drawn at random, or that are seen to elsewhere: the states of grains by the grains, the plans of rounds below.</summary>
    public static readonly IReadOnlyList<string> Elsewhere =
        ["Agenda", "CommunityListing", "CommunityRoom", "RoundMatch", "RoundCertificate", "ContactSource", "OutboxKey",
         "OrleansQuery", "OrleansRemindersTable", "OrleansStorage", "OrleansMembershipTable", "OrleansMembershipVersionTable", "SessionKey", "SchemaVersions"];
}
