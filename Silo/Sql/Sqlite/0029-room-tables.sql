-- What a table has written down together in a round. Author: who wrote last; nothing when they are gone.
CREATE TABLE RoomNote (
  Room TEXT NOT NULL,
  Round INTEGER NOT NULL,
  TableNumber INTEGER NOT NULL,
  Version INTEGER NOT NULL,
  Author INTEGER,
  Text TEXT NOT NULL,
  At INTEGER NOT NULL,
  PRIMARY KEY (Room, Round, TableNumber)
) WITHOUT ROWID;

-- What people said of a room afterwards. Useful: 1 to 5, 0 nothing. Again: 1 would come again, 0 would not, nothing when not said.
CREATE TABLE RoomFeedback (
  Room TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Useful INTEGER NOT NULL,
  Again INTEGER,
  At INTEGER NOT NULL,
  PRIMARY KEY (Room, Number)
) WITHOUT ROWID;

-- Told: 0 while the other has to be told that an introduction was asked for, or agreed to.
ALTER TABLE RoomWish ADD COLUMN Told INTEGER NOT NULL DEFAULT 1;
