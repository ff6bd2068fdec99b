-- Who has said that they will come to a room. Numbers grow in the order they did. Has: 1 for those with a place, 0 for those who wait for one.
CREATE TABLE RoomPlace (
  Room TEXT NOT NULL,
  Member TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Has INTEGER NOT NULL,
  At INTEGER NOT NULL,
  PRIMARY KEY (Room, Member)
) WITHOUT ROWID;

CREATE INDEX RoomPlaceByMember ON RoomPlace (Member);
