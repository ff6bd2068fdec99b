-- Since when a message waits, and whether it came over from the other channel, which it does once.
ALTER TABLE Outbox ADD COLUMN Stored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE Outbox ADD COLUMN Moved INTEGER NOT NULL DEFAULT 0;
UPDATE Outbox SET Stored = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
CREATE INDEX OutboxByStored ON Outbox (Channel, Stored);
CREATE INDEX OutboxByMember ON Outbox (Member);

-- What it takes to send one again.
ALTER TABLE OutboxDead ADD COLUMN Rank INTEGER NOT NULL DEFAULT 1;
ALTER TABLE OutboxDead ADD COLUMN Language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE OutboxDead ADD COLUMN Member TEXT NULL;
CREATE INDEX OutboxDeadByMember ON OutboxDead (Member);
