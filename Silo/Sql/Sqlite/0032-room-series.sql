-- Who is asked each time a room of a series is opened.
CREATE TABLE RoomSubscriber (
  Series TEXT NOT NULL,
  Member TEXT NOT NULL,
  Since INTEGER NOT NULL,
  PRIMARY KEY (Series, Member)
) WITHOUT ROWID;

CREATE INDEX RoomSubscriberByMember ON RoomSubscriber (Member);
