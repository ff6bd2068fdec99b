-- Match rounds: who was asked and what they said, the pairing, and each member's matches.

CREATE TABLE RoundMember (
  Round TEXT NOT NULL,
  Member TEXT NOT NULL,
  -- 0 none yet, 1 in, 2 out.
  Answer INTEGER NOT NULL,
  -- Nobody could be found for them; 2 when they have been told.
  LeftOver INTEGER NOT NULL,
  PRIMARY KEY (Round, Member)
) WITHOUT ROWID;

CREATE INDEX RoundMemberByAnswer ON RoundMember (Round, Answer, LeftOver);

CREATE TABLE RoundMatch (
  Round TEXT NOT NULL,
  Number INTEGER NOT NULL,
  -- Partners and reasons as JSON.
  Planned TEXT NOT NULL,
  Told INTEGER NOT NULL,
  Met INTEGER NOT NULL,
  PRIMARY KEY (Round, Number)
) WITHOUT ROWID;

CREATE INDEX RoundMatchByTold ON RoundMatch (Round, Told, Number);

CREATE TABLE MatchPartner (
  Member TEXT NOT NULL,
  Round TEXT NOT NULL,
  Number INTEGER NOT NULL,
  Made INTEGER NOT NULL,
  PRIMARY KEY (Member, Round, Number)
) WITHOUT ROWID;

CREATE INDEX MatchPartnerByTime ON MatchPartner (Member, Made);
CREATE INDEX MatchPartnerByMatch ON MatchPartner (Round, Number, Member);
