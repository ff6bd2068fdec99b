-- Weave's own tables, as scripts 0002 to 0032 of SQLite make them. Ids are text of 32 digits, times milliseconds since 1970,
-- and all whole numbers BIGINT, so that one SQL serves both databases.

-- What is due when: one row for each grain and what it wants to be told.
CREATE TABLE Agenda (
  Grain TEXT NOT NULL,
  What TEXT NOT NULL,
  Due BIGINT NOT NULL,
  PRIMARY KEY (Grain, What)
);

CREATE INDEX AgendaByDue ON Agenda (Due);

-- Who met whom on which occasion: A is the smaller id of the two.
CREATE TABLE Meeting (
  A TEXT NOT NULL,
  B TEXT NOT NULL,
  Source TEXT NOT NULL,
  At BIGINT NOT NULL,
  PRIMARY KEY (A, B, Source)
);

CREATE INDEX MeetingByB ON Meeting (B);

-- The directory: what search and lists need of each community. Its grain holds the settings; this is their copy, and the count of members.
CREATE TABLE CommunityListing (
  Slug TEXT NOT NULL PRIMARY KEY,
  Name TEXT NOT NULL,
  Purpose TEXT NOT NULL,
  Area TEXT NOT NULL,
  Language TEXT NOT NULL,
  TimeZone TEXT NOT NULL,
  Admission BIGINT NOT NULL,
  -- Name, purpose and area in lower case, because LIKE folds no other letters than a–z.
  SearchText TEXT NOT NULL,
  Members BIGINT NOT NULL
);

CREATE INDEX CommunityListingBySize ON CommunityListing (Members DESC, Slug);

-- Who belongs to which community, or waits (Status: 1 waits, 2 member, 3 organizer).
CREATE TABLE Membership (
  Community TEXT NOT NULL,
  Member TEXT NOT NULL,
  Status BIGINT NOT NULL,
  Since BIGINT NOT NULL,
  PRIMARY KEY (Community, Member)
);

CREATE INDEX MembershipByMember ON Membership (Member, Community);

-- The order of the roster: those who wait, organizers, members; each by date.
CREATE INDEX MembershipByRank ON Membership (Community, (CASE Status WHEN 1 THEN 0 WHEN 3 THEN 1 ELSE 2 END), Since, Member);

-- The rooms of a community. Ids grow with time.
CREATE TABLE CommunityRoom (
  Community TEXT NOT NULL,
  Id TEXT NOT NULL,
  Title TEXT NOT NULL,
  StartsAt BIGINT NOT NULL,
  Phase BIGINT NOT NULL,
  Participants BIGINT NOT NULL,
  Capacity BIGINT NOT NULL,
  PRIMARY KEY (Community, Id)
);

-- Who has come into a room: one row each, so that somebody who comes in costs one small write. Lists are separated by line feeds.
CREATE TABLE RoomGuest (
  Room TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Member TEXT NOT NULL,
  Name TEXT NOT NULL,
  Headline TEXT NOT NULL,
  Company TEXT NOT NULL,
  Picture TEXT,
  Interests TEXT NOT NULL,
  LooksFor TEXT NOT NULL,
  Offers TEXT NOT NULL,
  Organizer BIGINT NOT NULL,
  Email TEXT NOT NULL,
  Phone TEXT NOT NULL,
  Telegram TEXT NOT NULL,
  Links TEXT NOT NULL,
  Shares BIGINT NOT NULL,
  -- 0 here, 1 away, 2 left.
  Presence BIGINT NOT NULL,
  -- 1 for a participant without a connection of their own.
  Standalone BIGINT NOT NULL,
  -- The chat with the bot that they take part from; null for those in a browser.
  Chat BIGINT,
  -- When they first came, and how many milliseconds they had been there up to SeenAt.
  JoinedAt BIGINT NOT NULL,
  PresentFor BIGINT NOT NULL,
  SeenAt BIGINT NOT NULL,
  PRIMARY KEY (Room, Number),
  UNIQUE (Room, Member)
);

CREATE INDEX RoomGuestByMember ON RoomGuest (Member);

-- What was said at tables. Ids grow within a room; the key is the author's client's own.
CREATE TABLE RoomMessage (
  Room TEXT NOT NULL,
  Id BIGINT NOT NULL,
  Round BIGINT NOT NULL,
  TableNumber BIGINT NOT NULL,
  Author BIGINT NOT NULL,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At BIGINT NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
);

CREATE INDEX RoomMessageByTable ON RoomMessage (Room, Round, TableNumber, Id);

-- The contacts given in rooms. Delivered: 1 when this, whole, is known to be in the receiver's contact book.
CREATE TABLE RoomContact (
  Room TEXT NOT NULL,
  Giver BIGINT NOT NULL,
  Receiver BIGINT NOT NULL,
  Fields BIGINT NOT NULL,
  Email TEXT NOT NULL,
  Phone TEXT NOT NULL,
  Telegram TEXT NOT NULL,
  Links TEXT NOT NULL,
  At BIGINT NOT NULL,
  Delivered BIGINT NOT NULL,
  PRIMARY KEY (Room, Giver, Receiver)
);

CREATE INDEX RoomContactByReceiver ON RoomContact (Room, Receiver);

-- Members' contact books. Links are separated by line feeds.
CREATE TABLE Contact (
  Owner TEXT NOT NULL,
  Member TEXT NOT NULL,
  Name TEXT NOT NULL,
  Headline TEXT NOT NULL,
  Company TEXT NOT NULL,
  Email TEXT NOT NULL,
  Phone TEXT NOT NULL,
  Telegram TEXT NOT NULL,
  Links TEXT NOT NULL,
  -- The latest occasion.
  Source TEXT NOT NULL,
  Occasion TEXT NOT NULL,
  At BIGINT NOT NULL,
  PRIMARY KEY (Owner, Member)
);

CREATE INDEX ContactByTime ON Contact (Owner, At DESC, Member);
CREATE INDEX ContactByMember ON Contact (Member);

-- Every occasion on which a contact was given: a person may be met in several rooms.
CREATE TABLE ContactSource (
  Owner TEXT NOT NULL,
  Source TEXT NOT NULL,
  Member TEXT NOT NULL,
  PRIMARY KEY (Owner, Source, Member)
);

-- Match rounds: who was asked and what they said, the pairing, and each member's matches.

CREATE TABLE RoundMember (
  Round TEXT NOT NULL,
  Member TEXT NOT NULL,
  -- 0 none yet, 1 in, 2 out.
  Answer BIGINT NOT NULL,
  -- Nobody could be found for them; 2 when they have been told.
  LeftOver BIGINT NOT NULL,
  -- The yes is the standing one; they have said something themselves; they were reminded; there was no way to ask them.
  Standing BIGINT NOT NULL DEFAULT 0,
  Reacted BIGINT NOT NULL DEFAULT 0,
  Reminded BIGINT NOT NULL DEFAULT 0,
  Unreachable BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (Round, Member)
);

CREATE INDEX RoundMemberByAnswer ON RoundMember (Round, Answer, LeftOver);
CREATE INDEX RoundMemberByMember ON RoundMember (Member);

CREATE TABLE RoundMatch (
  Round TEXT NOT NULL,
  Number BIGINT NOT NULL,
  -- Partners and reasons as JSON.
  Planned TEXT NOT NULL,
  Told BIGINT NOT NULL,
  Met BIGINT NOT NULL,
  PRIMARY KEY (Round, Number)
);

CREATE INDEX RoundMatchByTold ON RoundMatch (Round, Told, Number);

CREATE TABLE MatchPartner (
  Member TEXT NOT NULL,
  Round TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Made BIGINT NOT NULL,
  PRIMARY KEY (Member, Round, Number)
);

CREATE INDEX MatchPartnerByTime ON MatchPartner (Member, Made);
CREATE INDEX MatchPartnerByMatch ON MatchPartner (Round, Number, Member);

-- Messages on their way out. A row leaves when its delivery was reported.
CREATE TABLE Outbox (
  Number BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Rank BIGINT NOT NULL,
  Slot TEXT NULL,
  Language TEXT NOT NULL,
  Member TEXT NULL,
  Notice TEXT NOT NULL,
  -- Since when it waits, and whether it came over from the other channel, which it does once.
  Stored BIGINT NOT NULL,
  Moved BIGINT NOT NULL
);

CREATE UNIQUE INDEX OutboxByKey ON Outbox (Channel, Key);
CREATE INDEX OutboxByRecipient ON Outbox (Channel, Recipient, Number);
CREATE INDEX OutboxByStored ON Outbox (Channel, Stored);
CREATE INDEX OutboxByMember ON Outbox (Member);

-- One row a recipient; the one with an empty name stands for the channel itself.
-- Ready: when the first message waiting may be handed out; null when none waits. Rest: nothing before this.
-- Leased: the message in somebody's hands. Rank: 0 when somebody waits for an answer, else 1. Failures: in a row.
CREATE TABLE OutboxRecipient (
  Channel TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Rank BIGINT NOT NULL,
  Ready BIGINT NULL,
  Rest BIGINT NOT NULL,
  Leased BIGINT NULL,
  Failures BIGINT NOT NULL,
  PRIMARY KEY (Channel, Recipient)
);

CREATE INDEX OutboxRecipientByReady ON OutboxRecipient (Channel, Rank, Ready);

-- Keys seen, kept for some days after their message was sent: a second message with the same key is dropped.
CREATE TABLE OutboxKey (
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Stored BIGINT NOT NULL,
  PRIMARY KEY (Channel, Key)
);

CREATE INDEX OutboxKeyByStored ON OutboxKey (Channel, Stored);

-- What will never be accepted, kept aside for administrators for some weeks.
CREATE TABLE OutboxDead (
  Number BIGINT PRIMARY KEY,
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Rank BIGINT NOT NULL,
  Language TEXT NOT NULL,
  Member TEXT NULL,
  Notice TEXT NOT NULL,
  Error TEXT NULL,
  Died BIGINT NOT NULL
);

CREATE INDEX OutboxDeadByDied ON OutboxDead (Channel, Died);
CREATE INDEX OutboxDeadByMember ON OutboxDead (Member);

-- What members have privately decided about each other. Stance: 1 again, 2 rather not, 3 blocked.
CREATE TABLE Stance (
  Member TEXT NOT NULL,
  Other TEXT NOT NULL,
  Stance BIGINT NOT NULL,
  Since BIGINT NOT NULL,
  PRIMARY KEY (Member, Other)
);

CREATE INDEX StanceByOther ON Stance (Other);

-- What proves a round's pairing: compressed JSON.
CREATE TABLE RoundCertificate (
  Round TEXT NOT NULL PRIMARY KEY,
  Certificate BYTEA NOT NULL
);

-- Who got less than the others from a round, and how much: 1 for nobody at all. Rounds are told apart by number within a community.
CREATE TABLE RoundShortfall (
  Community TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Member TEXT NOT NULL,
  Shortfall DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (Community, Number, Member)
);

CREATE INDEX RoundShortfallByMember ON RoundShortfall (Member);

-- How a member takes part in a community's match rounds, where they have said anything about it.
CREATE TABLE Standing (
  Community TEXT NOT NULL,
  Member TEXT NOT NULL,
  -- 0 asked each round, 1 counted in until they say no.
  Choice BIGINT NOT NULL,
  -- Neither asked nor matched before this moment.
  PausedUntil BIGINT NULL,
  -- What they would have become of them as the odd one; null leaves it to the community.
  OddOne BIGINT NULL,
  -- An organizer who would meet the odd one.
  Hosts BIGINT NOT NULL,
  -- Rounds in a row in which the standing yes was all that was heard of them, up to and with the round Counted.
  Silent BIGINT NOT NULL,
  Counted BIGINT NOT NULL,
  -- The round after which their silence ended the standing yes, until they are told.
  Ended BIGINT NULL,
  PRIMARY KEY (Community, Member)
);

CREATE INDEX StandingByMember ON Standing (Member);

-- Those who want another partner in a round that goes on.
CREATE TABLE RoundWaiting (
  Round TEXT NOT NULL,
  Member TEXT NOT NULL,
  Since BIGINT NOT NULL,
  PRIMARY KEY (Round, Member)
);

-- What each partner said of a match, in numbers. Outcome: 0 nothing, 2 they met, 3 it did not work out. Useful: 1 to 5, 0 nothing.
CREATE TABLE RoundHeard (
  Round TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Member TEXT NOT NULL,
  Outcome BIGINT NOT NULL,
  Useful BIGINT NOT NULL,
  PRIMARY KEY (Round, Number, Member)
);

-- Who wants to meet whom in a room: private to the one who wishes. Asked: 0 nothing, 1 an introduction was asked for, 2 the other agreed, 3 the other declined.
CREATE TABLE RoomWish (
  Room TEXT NOT NULL,
  Wisher BIGINT NOT NULL,
  Wished BIGINT NOT NULL,
  At BIGINT NOT NULL,
  Asked BIGINT NOT NULL,
  -- 0 while the other has to be told that an introduction was asked for, or agreed to.
  Told BIGINT NOT NULL DEFAULT 1,
  PRIMARY KEY (Room, Wisher, Wished)
);

CREATE INDEX RoomWishByWished ON RoomWish (Room, Wished);

-- What somebody wrote to the one on the stage. Ids grow within a room; the key is the author's client's own. Seen: 1 when the receiver has seen it.
CREATE TABLE RoomWhisper (
  Room TEXT NOT NULL,
  Id BIGINT NOT NULL,
  Author BIGINT NOT NULL,
  Receiver BIGINT NOT NULL,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At BIGINT NOT NULL,
  Seen BIGINT NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
);

CREATE INDEX RoomWhisperByReceiver ON RoomWhisper (Room, Receiver, Id);

-- What people of a room ask each other in front of all. Addressee: a number, or nothing for a question to the room. Standing: 0 open, 1 answered, 2 hidden.
CREATE TABLE RoomQuestion (
  Room TEXT NOT NULL,
  Id BIGINT NOT NULL,
  Author BIGINT NOT NULL,
  Addressee BIGINT,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At BIGINT NOT NULL,
  Standing BIGINT NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
);

-- Who finds which question important: once each.
CREATE TABLE RoomQuestionVote (
  Room TEXT NOT NULL,
  Question BIGINT NOT NULL,
  Voter BIGINT NOT NULL,
  PRIMARY KEY (Room, Question, Voter)
);

-- What a table has written down together in a round. Author: who wrote last; nothing when they are gone.
CREATE TABLE RoomNote (
  Room TEXT NOT NULL,
  Round BIGINT NOT NULL,
  TableNumber BIGINT NOT NULL,
  Version BIGINT NOT NULL,
  Author BIGINT,
  Text TEXT NOT NULL,
  At BIGINT NOT NULL,
  PRIMARY KEY (Room, Round, TableNumber)
);

-- What people said of a room afterwards. Useful: 1 to 5, 0 nothing. Again: 1 would come again, 0 would not, nothing when not said.
CREATE TABLE RoomFeedback (
  Room TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Useful BIGINT NOT NULL,
  Again BIGINT,
  At BIGINT NOT NULL,
  PRIMARY KEY (Room, Number)
);

-- Who has said that they will come to a room. Numbers grow in the order they did. Has: 1 for those with a place, 0 for those who wait for one.
CREATE TABLE RoomPlace (
  Room TEXT NOT NULL,
  Member TEXT NOT NULL,
  Number BIGINT NOT NULL,
  Has BIGINT NOT NULL,
  At BIGINT NOT NULL,
  PRIMARY KEY (Room, Member)
);

CREATE INDEX RoomPlaceByMember ON RoomPlace (Member);

-- Who is asked each time a room of a series is opened.
CREATE TABLE RoomSubscriber (
  Series TEXT NOT NULL,
  Member TEXT NOT NULL,
  Since BIGINT NOT NULL,
  PRIMARY KEY (Series, Member)
);

CREATE INDEX RoomSubscriberByMember ON RoomSubscriber (Member);

-- The keys that sign sessions and forms, shared by all web hosts.
CREATE TABLE SessionKey (
  Name TEXT NOT NULL PRIMARY KEY,
  Xml TEXT NOT NULL,
  Stored TIMESTAMPTZ NOT NULL DEFAULT now()
);
