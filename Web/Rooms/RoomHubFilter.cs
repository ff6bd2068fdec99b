using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>
/// Limits the calls of each connection, and turns refusals into answers a browser can show: the reason and field for the program, a sentence for the reader.
/// Logs what fails in place of SignalR, which takes refusals for failures too.
/// </summary>
internal sealed partial class RoomHubFilter(Refusals refusals, IOptions<RoomsOptions> options, TimeProvider time, ILogger<RoomHubFilter> logger) : IHubFilter
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

    private void Count(HubCallerContext connection)
    {
        if (!connection.Items.TryGetValue(BucketItem, out var item) || item is not TokenBucket bucket)
            connection.Items[BucketItem] = bucket = new TokenBucket(options.Value.CallBurst, options.Value.CallsPerSecond, time);
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
