-- Messages on their way out. A row leaves when its delivery was reported.
CREATE TABLE Outbox (
  Number INTEGER PRIMARY KEY AUTOINCREMENT,
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Rank INTEGER NOT NULL,
  Slot TEXT NULL,
  Language TEXT NOT NULL,
  Member TEXT NULL,
  Notice TEXT NOT NULL
);

CREATE UNIQUE INDEX OutboxByKey ON Outbox (Channel, Key);
CREATE INDEX OutboxByRecipient ON Outbox (Channel, Recipient, Number);

-- One row a recipient; the one with an empty name stands for the channel itself.
-- Ready: when the first message waiting may be handed out; null when none waits. Rest: nothing before this.
-- Leased: the message in somebody's hands. Rank: 0 when somebody waits for an answer, else 1. Failures: in a row.
CREATE TABLE OutboxRecipient (
  Channel TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Rank INTEGER NOT NULL,
  Ready INTEGER NULL,
  Rest INTEGER NOT NULL,
  Leased INTEGER NULL,
  Failures INTEGER NOT NULL,
  PRIMARY KEY (Channel, Recipient)
) WITHOUT ROWID;

CREATE INDEX OutboxRecipientByReady ON OutboxRecipient (Channel, Rank, Ready);

-- Keys seen, kept for some days after their message was sent: a second message with the same key is dropped.
CREATE TABLE OutboxKey (
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Stored INTEGER NOT NULL,
  PRIMARY KEY (Channel, Key)
) WITHOUT ROWID;

CREATE INDEX OutboxKeyByStored ON OutboxKey (Channel, Stored);

-- What will never be accepted, kept aside for administrators for some weeks.
CREATE TABLE OutboxDead (
  Number INTEGER PRIMARY KEY,
  Channel TEXT NOT NULL,
  Key TEXT NOT NULL,
  Recipient TEXT NOT NULL,
  Notice TEXT NOT NULL,
  Error TEXT NULL,
  Died INTEGER NOT NULL
);

CREATE INDEX OutboxDeadByDied ON OutboxDead (Channel, Died);
