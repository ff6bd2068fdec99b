using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>
/// Limits the calls of each member, and turns refusals into answers a browser can show: the reason and field for the program, a sentence for the reader.
/// Logs what fails in place of SignalR, which takes refusals for failures too.
/// </summary>
internal sealed partial class RoomHubFilter(Refusals refusals, CallAllowances allowances, ILogger<RoomHubFilter> logger) : IHubFilter
{
    private const string BucketItem = "calls";

    /// <summary>A connection that does not stop asking is closed.</summary>
    private const int DeniedAtMost = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            Count(invocationContext.Context);
            return await next(invocationContext);
        }
        catch (Refused refused)
        {
            throw new HubException(Worded(refused, invocationContext.Context), refused);
        }
        catch (Exception e)
        {
            LogFailed(logger, e, invocationContext.HubMethodName);
            throw;
        }
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (Viewer.IdOf(context.Context.User!) is { } member)
            context.Context.Items[BucketItem] = allowances.Enter(member);
        await next(context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (Viewer.IdOf(context.Context.User!) is { } member)
            allowances.Leave(member);
        await next(context, exception);
    }

    private static void Count(HubCallerContext connection)
    {
        if (connection.Items[BucketItem] is not TokenBucket bucket)
            throw new Refused(Refusal.NotSignedIn);
        if (bucket.Take())
            return;
        if (bucket.Denied > DeniedAtMost)
            connection.Abort();
        throw new Refused(Refusal.TooMany);
    }

    private string Worded(Refused refused, HubCallerContext connection)
    {
        var culture = connection.GetHttpContext()?.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.Name;
        var text = Languages.In(Languages.Nearest(culture), () => refusals.Say(refused));
        return JsonSerializer.Serialize(new { Reason = JsonNamingPolicy.CamelCase.ConvertName(refused.Reason.ToString()), refused.Field, text }, Json);
    }

    [LoggerMessage(LogLevel.Error, "{Method} failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method);
}
