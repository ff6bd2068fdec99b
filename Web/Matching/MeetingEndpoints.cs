using System.Text;
using Weave.Shell;

namespace Weave.Matching;

/// <summary>The agreed meeting as a file for one's calendar, for partners only.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this WebApplication app) => app.MapGet($"/matches/{{slug}}/{{round:int}}/{{number:int}}/{CalendarEntries.FileName}", Show).RequireAuthorization();

    private static async Task<IResult> Show(string slug, int round, int number, IGrainFactory grains, Viewer viewer, CalendarEntries calendar)
    {
        try
        {
            var match = await grains.GetGrain<IMatchGrain>(new MatchId(new(slug, round), number).ToString()).Get(viewer.Require());
            return calendar.Of(match) is { } entry
                ? Results.File(Encoding.UTF8.GetBytes(entry), CalendarEntries.ContentType, CalendarEntries.FileName)
                : Results.NotFound();
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotFound or Refusal.NotAMember)
        {
            return Results.NotFound();
        }
    }
}
