-- Those who want another partner in a round that goes on.
CREATE TABLE RoundWaiting (
  Round TEXT NOT NULL,
  Member TEXT NOT NULL,
  Since INTEGER NOT NULL,
  PRIMARY KEY (Round, Member)
) WITHOUT ROWID;

-- What each partner said of a match, in numbers. Outcome: 0 nothing, 2 they met, 3 it did not work out. Useful: 1 to 5, 0 nothing.
CREATE TABLE RoundHeard (
  Round TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Member TEXT NOT NULL,
  Outcome INTEGER NOT NULL,
  Useful INTEGER NOT NULL,
  PRIMARY KEY (Round, Number, Member)
) WITHOUT ROWID;
