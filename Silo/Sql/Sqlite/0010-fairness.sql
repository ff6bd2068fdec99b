-- What proves a round's pairing: compressed JSON.
CREATE TABLE RoundCertificate (
  Round TEXT NOT NULL PRIMARY KEY,
  Certificate BLOB NOT NULL
) WITHOUT ROWID;

-- Who got less than the others from a round, and how much: 1 for nobody at all. Rounds are told apart by number within a community.
CREATE TABLE RoundShortfall (
  Community TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Member TEXT NOT NULL,
  Shortfall REAL NOT NULL,
  PRIMARY KEY (Community, Number, Member)
) WITHOUT ROWID;
