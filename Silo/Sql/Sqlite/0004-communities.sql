-- The directory: what search and lists need of each community. Its grain holds the settings; this is their copy, and the count of members.
CREATE TABLE CommunityListing (
  Slug TEXT NOT NULL PRIMARY KEY,
  Name TEXT NOT NULL,
  Purpose TEXT NOT NULL,
  Area TEXT NOT NULL,
  Language TEXT NOT NULL,
  TimeZone TEXT NOT NULL,
  Admission INTEGER NOT NULL,
  -- Name, purpose and area in lower case, because LIKE folds no other letters than a–z.
  SearchText TEXT NOT NULL,
  Members INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX CommunityListingBySize ON CommunityListing (Members DESC, Slug);

-- Who belongs to which community, or waits (Status: 1 waits, 2 member, 3 organizer).
CREATE TABLE Membership (
  Community TEXT NOT NULL,
  Member TEXT NOT NULL,
  Status INTEGER NOT NULL,
  Since INTEGER NOT NULL,
  PRIMARY KEY (Community, Member)
) WITHOUT ROWID;

CREATE INDEX MembershipByMember ON Membership (Member, Community);

-- The order of the roster: those who wait, organizers, members; each by date.
CREATE INDEX MembershipByRank ON Membership (Community, (CASE Status WHEN 1 THEN 0 WHEN 3 THEN 1 ELSE 2 END), Since, Member);

-- The rooms of a community. Ids grow with time.
CREATE TABLE CommunityRoom (
  Community TEXT NOT NULL,
  Id TEXT NOT NULL,
  Title TEXT NOT NULL,
  StartsAt INTEGER NOT NULL,
  Phase INTEGER NOT NULL,
  Participants INTEGER NOT NULL,
  Capacity INTEGER NOT NULL,
  PRIMARY KEY (Community, Id)
) WITHOUT ROWID;
