using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Weave.Shell;

namespace Weave.Matching;

/// <summary>
/// An agreed meeting as an .ics file, which suits all calendars: times in UTC, so that no calendar needs to know a zone of ours; always the same UID and a rising
/// SEQUENCE, so that a change moves the entry that is there, and CANCEL takes it away.
/// </summary>
internal sealed class CalendarEntries(MeetingWords words, SiteAddress site, TimeProvider time)
{
    public const string FileName = "meeting.ics";
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>The entry as the reader of <paramref name="match"/> needs it now; null when nothing was agreed yet.</summary>
    public string? Of(Match match)
    {
        var arrangement = match.Arrangement;
        if ((arrangement.Agreed ?? arrangement.CalledOff) is not { } meeting)
            return null;
        var off = arrangement.Agreed is null;
        var link = site.Link($"/matches/{match.Id}");
        var calendar = new Calendar { ProductId = "-//Weave//Matches//EN", Method = off ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"match-{match.Id.ToString().Replace('/', '-')}@weave",
            Sequence = arrangement.Sequence,
            Status = off ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = Utc(time.GetUtcNow()),
            Start = Utc(meeting.At),
            End = Utc(meeting.At + Meeting.Length),
            Summary = match.Partners.Count > 0 ? words["CalendarTitle", words.Names(match), match.Community] : words["CalendarTitleAlone", match.Community],
            Location = meeting.Mode == MeetingMode.InPerson ? meeting.Place : MeetingWords.CallLink(match) ?? words["OnlineChoice"],
            Description = link,
            Url = new Uri(link),
        });
        return new CalendarSerializer().SerializeToString(calendar);
    }

    public static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, CalDateTime.UtcTzId);
}
