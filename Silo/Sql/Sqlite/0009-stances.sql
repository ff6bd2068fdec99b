-- What members have privately decided about each other. Stance: 1 again, 2 rather not, 3 blocked.
CREATE TABLE Stance (
  Member TEXT NOT NULL,
  Other TEXT NOT NULL,
  Stance INTEGER NOT NULL,
  Since INTEGER NOT NULL,
  PRIMARY KEY (Member, Other)
) WITHOUT ROWID;

CREATE INDEX StanceByOther ON Stance (Other);
