-- What is due when: one row for each grain and what it wants to be told.
CREATE TABLE Agenda (
  Grain TEXT NOT NULL,
  What TEXT NOT NULL,
  Due INTEGER NOT NULL,
  PRIMARY KEY (Grain, What)
) WITHOUT ROWID;

CREATE INDEX AgendaByDue ON Agenda (Due);
