-- How a member takes part in a community's match rounds, where they have said anything about it.
CREATE TABLE Standing (
  Community TEXT NOT NULL,
  Member TEXT NOT NULL,
  -- 0 asked each round, 1 counted in until they say no.
  Choice INTEGER NOT NULL,
  -- Neither asked nor matched before this moment.
  PausedUntil INTEGER NULL,
  -- What they would have become of them as the odd one; null leaves it to the community.
  OddOne INTEGER NULL,
  -- An organizer who would meet the odd one.
  Hosts INTEGER NOT NULL,
  -- Rounds in a row in which the standing yes was all that was heard of them, up to and with the round Counted.
  Silent INTEGER NOT NULL,
  Counted INTEGER NOT NULL,
  -- The round after which their silence ended the standing yes, until they are told.
  Ended INTEGER NULL,
  PRIMARY KEY (Community, Member)
) WITHOUT ROWID;

CREATE INDEX StandingByMember ON Standing (Member);

-- The yes is the standing one; they have said something themselves; they were reminded; there was no way to ask them.
ALTER TABLE RoundMember ADD COLUMN Standing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE RoundMember ADD COLUMN Reacted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE RoundMember ADD COLUMN Reminded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE RoundMember ADD COLUMN Unreachable INTEGER NOT NULL DEFAULT 0;
