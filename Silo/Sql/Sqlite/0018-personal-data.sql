-- What is held about one member, by member.
CREATE INDEX RoundMemberByMember ON RoundMember (Member);
CREATE INDEX RoomGuestByMember ON RoomGuest (Member);
CREATE INDEX ContactByMember ON Contact (Member);
CREATE INDEX RoundShortfallByMember ON RoundShortfall (Member);
