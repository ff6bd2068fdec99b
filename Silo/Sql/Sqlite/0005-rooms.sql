-- Who has come into a room: one row each, so that somebody who comes in costs one small write. Lists are separated by line feeds.
CREATE TABLE RoomGuest (
  Room TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Member TEXT NOT NULL,
  Name TEXT NOT NULL,
  Headline TEXT NOT NULL,
  Company TEXT NOT NULL,
  Picture TEXT,
  Interests TEXT NOT NULL,
  LooksFor TEXT NOT NULL,
  Offers TEXT NOT NULL,
  Organizer INTEGER NOT NULL,
  Email TEXT NOT NULL,
  Phone TEXT NOT NULL,
  Telegram TEXT NOT NULL,
  Links TEXT NOT NULL,
  Shares INTEGER NOT NULL,
  -- 0 here, 1 away, 2 left.
  Presence INTEGER NOT NULL,
  -- 1 for a participant without a connection of their own.
  Standalone INTEGER NOT NULL,
  SeenAt INTEGER NOT NULL,
  PRIMARY KEY (Room, Number),
  UNIQUE (Room, Member)
) WITHOUT ROWID;

-- What was said at tables. Ids grow within a room; the key is the author's client's own.
CREATE TABLE RoomMessage (
  Room TEXT NOT NULL,
  Id INTEGER NOT NULL,
  Round INTEGER NOT NULL,
  TableNumber INTEGER NOT NULL,
  Author INTEGER NOT NULL,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At INTEGER NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
) WITHOUT ROWID;

CREATE INDEX RoomMessageByTable ON RoomMessage (Room, Round, TableNumber, Id);

-- The contacts given in rooms. Delivered: 1 when this, whole, is known to be in the receiver's contact book.
CREATE TABLE RoomContact (
  Room TEXT NOT NULL,
  Giver INTEGER NOT NULL,
  Receiver INTEGER NOT NULL,
  Fields INTEGER NOT NULL,
  Email TEXT NOT NULL,
  Phone TEXT NOT NULL,
  Telegram TEXT NOT NULL,
  Links TEXT NOT NULL,
  At INTEGER NOT NULL,
  Delivered INTEGER NOT NULL,
  PRIMARY KEY (Room, Giver, Receiver)
) WITHOUT ROWID;

CREATE INDEX RoomContactByReceiver ON RoomContact (Room, Receiver);
