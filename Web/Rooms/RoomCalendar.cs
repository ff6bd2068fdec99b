using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;
using Weave.Matching;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>A room as an .ics file: always the same UID and a rising SEQUENCE, so that a move changes the entry that is there, and CANCEL takes it away.</summary>
internal sealed class RoomCalendar(SiteAddress site, TimeProvider time)
{
    public const string FileName = "room.ics";

    public string Of(RoomPage room, string community)
    {
        var link = site.Link($"/rooms/{room.Id:N}");
        var calendar = new Calendar { ProductId = "-//Weave//Rooms//EN", Method = room.Cancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"room-{room.Id:N}@weave",
            Sequence = room.Sequence + (room.Cancelled ? 1 : 0),
            Status = room.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = CalendarEntries.Utc(time.GetUtcNow()),
            Start = CalendarEntries.Utc(room.Plan.StartsAt),
            End = CalendarEntries.Utc(RoomTimes.Of(room.Plan, room.Taken).End),
            Summary = $"{room.Plan.Title} ({community})",
            Location = link,
            Description = link,
            Url = new Uri(link),
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
