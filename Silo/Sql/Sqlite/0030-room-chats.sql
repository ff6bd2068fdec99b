-- The chat with the bot that somebody takes part in a room from; null for those in a browser.
ALTER TABLE RoomGuest ADD COLUMN Chat INTEGER;
