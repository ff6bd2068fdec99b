using System.Text;
using Weave.Communities;
using Weave.Matching;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>A room as a file for one's calendar, for members of its community.</summary>
internal static class RoomCalendarEndpoint
{
    public static void MapRoomCalendar(this WebApplication app) => app.MapGet($"/rooms/{{id:guid}}/{RoomCalendar.FileName}", Show).RequireAuthorization();

    private static async Task<IResult> Show(Guid id, IGrainFactory grains, Viewer viewer, RoomCalendar calendar)
    {
        try
        {
            var room = await grains.GetGrain<IRoomGrain>(id).Page(viewer.Require());
            if (room.Status < MembershipStatus.Member)
                return Results.NotFound();
            var community = await grains.GetGrain<ICommunityGrain>(room.Community).Get(null);
            return Results.File(Encoding.UTF8.GetBytes(calendar.Of(room, community.Settings.Name)), CalendarEntries.ContentType, RoomCalendar.FileName);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return Results.NotFound();
        }
    }
}
