-- Who met whom on which occasion: A is the smaller id of the two.
CREATE TABLE Meeting (
  A TEXT NOT NULL,
  B TEXT NOT NULL,
  Source TEXT NOT NULL,
  At INTEGER NOT NULL,
  PRIMARY KEY (A, B, Source)
) WITHOUT ROWID;

CREATE INDEX MeetingByB ON Meeting (B);
