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
  At INTEGER NOT NULL,
  PRIMARY KEY (Owner, Member)
) WITHOUT ROWID;

CREATE INDEX ContactByTime ON Contact (Owner, At DESC, Member);

-- Every occasion on which a contact was given: a person may be met in several rooms.
CREATE TABLE ContactSource (
  Owner TEXT NOT NULL,
  Source TEXT NOT NULL,
  Member TEXT NOT NULL,
  PRIMARY KEY (Owner, Source, Member)
) WITHOUT ROWID;
