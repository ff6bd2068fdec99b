using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The HTTP side: finds the method, lets things go wrong, wraps results and errors.</summary>
internal sealed class Server(BotApi api)
{
    private readonly Methods _methods = new(api);

    public static WebApplication Build(BotApi api)
    {
        // Empty: as a library it would read the settings of the program it is part of, and listen where those say.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(api.Options.Url);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var server = new Server(api);
        app.Map("/bot{token}/{method}", server.Answer);
        app.MapGet("/file/bot{token}/{**path}", server.File);
        app.MapChatPage(api);
        return app;
    }

    private async Task Answer(HttpContext http, string token, string method)
    {
        var fault = api.Faults.For(method);
        if (fault is { Status: null, Done: false })
        {
            api.Count(new(api.Options.Time.GetUtcNow(), method, null, 0));
            http.Abort();
            return;
        }
        ApiRequest? request = null;
        WireAnswer answer;
        try
        {
            request = await ApiRequest.Read(http.Request);
            if (token != api.Token)
                throw new ApiError(401, "Unauthorized");
            if (fault?.Status is { } status)
                throw fault.RetryAfter is { } wait ? ApiError.TooManyRequests(wait) : new ApiError(status, Phrase(status));
            answer = new(true, await _methods.Run(method, request));
        }
        catch (ApiError e)
        {
            answer = new(false, null, e.Code, e.Message, e.RetryAfter is { } wait ? new(wait) : null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        var lost = fault is { Done: true };
        api.Count(new(api.Options.Time.GetUtcNow(), method, request?.ChatId, lost ? 0 : answer.ErrorCode ?? 200, answer.Parameters?.RetryAfter));
        if (lost)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = answer.ErrorCode ?? 200;
        await http.Response.WriteAsJsonAsync(answer, WireJson.Options, http.RequestAborted);
    }

    private async Task File(HttpContext http, string token, string path)
    {
        StoredFile? file = null;
        if (token == api.Token)
        {
            lock (api.Gate)
                file = api.Files.At(path);
        }
        if (file is null)
        {
            http.Response.StatusCode = 404;
            await http.Response.WriteAsJsonAsync(new WireAnswer(false, null, 404, "Not Found"), WireJson.Options);
            return;
        }
        http.Response.ContentType = "application/octet-stream";
        await http.Response.Body.WriteAsync(file.Bytes);
    }

    private static string Phrase(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
