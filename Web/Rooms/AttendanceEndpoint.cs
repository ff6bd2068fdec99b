using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Weave.Communities;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>The attendance of a room to take along. For those who lead it.</summary>
internal static class AttendanceEndpoint
{
    public static void MapAttendance(this WebApplication app) =>
        app.MapGet("/rooms/{id:guid}/attendance.csv", async (Guid id, HttpContext http, Viewer viewer, IGrainFactory grains, IStringLocalizer<RoomAttendanceTexts> texts) =>
        {
            var me = viewer.Require();
            var desk = await grains.GetGrain<IRoomGrain>(id).Desk(me);
            var community = await grains.GetGrain<ICommunityGrain>(desk.Community).Get(me);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(community.Settings.TimeZone);
            var csv = AttendanceCsv.Write(desk, await grains.GetGrain<IRoomGrain>(id).Absent(me), zone, texts);
            var day = TimeZoneInfo.ConvertTime(desk.Plan.StartsAt, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            http.Response.Headers.CacheControl = "private, no-store";
            // The mark at the beginning is how a spreadsheet knows the encoding.
            return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", $"attendance-{day}.csv");
        }).RequireAuthorization();
}
