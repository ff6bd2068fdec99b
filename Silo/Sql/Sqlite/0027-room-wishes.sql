-- Who wants to meet whom in a room: private to the one who wishes. Asked: 0 nothing, 1 an introduction was asked for, 2 the other agreed, 3 the other declined.
CREATE TABLE RoomWish (
  Room TEXT NOT NULL,
  Wisher INTEGER NOT NULL,
  Wished INTEGER NOT NULL,
  At INTEGER NOT NULL,
  Asked INTEGER NOT NULL,
  PRIMARY KEY (Room, Wisher, Wished)
) WITHOUT ROWID;

CREATE INDEX RoomWishByWished ON RoomWish (Room, Wished);

-- What somebody wrote to the one on the stage. Ids grow within a room; the key is the author's client's own. Seen: 1 when the receiver has seen it.
CREATE TABLE RoomWhisper (
  Room TEXT NOT NULL,
  Id INTEGER NOT NULL,
  Author INTEGER NOT NULL,
  Receiver INTEGER NOT NULL,
  MessageKey TEXT NOT NULL,
  Text TEXT NOT NULL,
  At INTEGER NOT NULL,
  Seen INTEGER NOT NULL,
  PRIMARY KEY (Room, Id),
  UNIQUE (Room, Author, MessageKey)
) WITHOUT ROWID;

CREATE INDEX RoomWhisperByReceiver ON RoomWhisper (Room, Receiver, Id);
