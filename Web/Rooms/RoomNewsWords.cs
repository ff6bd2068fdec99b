using Microsoft.Extensions.Localization;
using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>Words the notices about rooms that are planned, in the current language, as things stand now. Mail and the bot add how to answer.</summary>
internal sealed class RoomNewsWords(IStringLocalizer<RoomNewsTexts> texts, RoomCalendar calendar)
{
    public string this[string name, params object[] arguments] => texts[name, arguments];

    /// <summary>The room a notice of these is about; null for all other notices.</summary>
    public static Guid? About(Notice notice) => notice switch
    {
        RoomAnnounced announced => announced.Room,
        RoomPlaceFree free => free.Room,
        RoomPlaceTaken taken => taken.Room,
        RoomSoon soon => soon.Room,
        RoomMoved moved => moved.Room,
        RoomCancelled cancelled => cancelled.Room,
        _ => null,
    };

    /// <summary>What to say to whom <paramref name="room"/> was looked up for; null when it is overtaken by what has happened since.</summary>
    public RoomNews? Say(Notice notice, RoomPage room, string community, Func<DateTimeOffset, string> say)
    {
        var (title, when) = (room.Plan.Title, say(room.Plan.StartsAt));
        return notice switch
        {
            RoomCancelled when room.Cancelled => new(texts["CancelledTitle", title], texts["CancelledText", when, community], calendar.Of(room, community)),
            _ when room.Phase == RoomPhase.Closed => null,
            RoomAnnounced when room is { Phase: RoomPhase.Lobby, Mine: RoomPlace.None } =>
                new(texts["AnnouncedTitle", title], texts["AnnouncedText", when, community, room.Taken, room.Plan.Capacity]),
            RoomPlaceFree when room.Mine == RoomPlace.Coming => new(texts["FreeTitle", title], texts["FreeText", when, community], calendar.Of(room, community)),
            RoomPlaceTaken when room is { Phase: RoomPhase.Lobby, Mine: RoomPlace.Coming } => new(texts["TakenTitle", title, when], texts["TakenText", community], calendar.Of(room, community)),
            RoomSoon soon when soon.StartsAt == room.Plan.StartsAt && room.Mine == RoomPlace.Coming => Soon(soon.Ahead, room, community, when),
            RoomMoved moved when moved.StartsAt == room.Plan.StartsAt && room.Mine is RoomPlace.Coming or RoomPlace.Waiting =>
                new(texts["MovedTitle", title, when], texts[$"Moved{room.Mine}"], calendar.Of(room, community)),
            _ => null,
        };
    }

    private RoomNews Soon(RoomAhead ahead, RoomPage room, string community, string when) =>
        new(texts[$"Soon{ahead}Title", room.Plan.Title, when], texts[$"Soon{ahead}Text", when, community], ahead == RoomAhead.Day ? calendar.Of(room, community) : null);
}
