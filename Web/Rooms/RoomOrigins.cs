using Microsoft.Extensions.Options;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>
/// Browsers let any page open a WebSocket to any host, with the visitor's cookies; they say which page it is. Only our own and those of the settings
/// may. Programs that are no browser send no origin, and have no cookies of somebody else.
/// </summary>
internal sealed class RoomOrigins(IOptions<RoomsOptions> rooms, IOptions<SiteOptions> site)
{
    public Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin] && !IsAllowed(origin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private bool IsAllowed(string origin, HttpRequest request) =>
        Same(origin, $"{request.Scheme}://{request.Host}")
        || (site.Value.Url is { } own && Same(origin, own.GetLeftPart(UriPartial.Authority)))
        || rooms.Value.AllowedOrigins.Any(allowed => Same(origin, allowed.TrimEnd('/')));

    private static bool Same(string origin, string allowed) => string.Equals(origin, allowed, StringComparison.OrdinalIgnoreCase);
}
