-- When somebody first came into a room, and how many milliseconds they had been there up to SeenAt.
ALTER TABLE RoomGuest ADD COLUMN JoinedAt INTEGER;
ALTER TABLE RoomGuest ADD COLUMN PresentFor INTEGER NOT NULL DEFAULT 0;
