-- What people of a room ask each other in front of all. Addressee: a number, or nothing for a question to the room. Standing: 0 open, 1 answered, 2 hidden.
CREATE TABLE RoomQuestion (
  Room TEXT NOT NULL,
  Id INTEGER NOT NULL,
  Author INTEGER NOT NULL,
  Addressee INTEGER,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At INTEGER NOT NULL,
  Standing INTEGER NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
) WITHOUT ROWID;

-- Who finds which question important: once each.
CREATE TABLE RoomQuestionVote (
  Room TEXT NOT NULL,
  Question INTEGER NOT NULL,
  Voter INTEGER NOT NULL,
  PRIMARY KEY (Room, Question, Voter)
) WITHOUT ROWID;
