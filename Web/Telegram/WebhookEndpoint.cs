using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Weave.Telegram;

/// <summary>Where Telegram sends updates in webhook mode. An update that could not be handled is answered with an error, and comes again.</summary>
internal static class WebhookEndpoint
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    public static void MapWebhook(this WebApplication app) => app.MapPost(BotHost.WebhookPath, Receive).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> Receive(HttpContext context, IOptions<TelegramOptions> options, Inbox inbox)
    {
        if (!Same(context.Request.Headers[SecretHeader].ToString(), options.Value.Secret()))
            return Answer(StatusCodes.Status401Unauthorized);
        Update? update;
        try
        {
            update = await JsonSerializer.DeserializeAsync<Update>(context.Request.Body, JsonBotAPI.Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Answer(StatusCodes.Status400BadRequest);
        }
        if (update is not null)
            await inbox.Handle([update], context.RequestAborted);
        return Results.Ok();
    }

    /// <summary>With a type, so that no error page is made for a reader who is none.</summary>
    private static IResult Answer(int status) => Results.Text("", "text/plain", statusCode: status);

    /// <summary>Hashes have one length, so that the comparison tells nothing of the secret's.</summary>
    private static bool Same(string given, string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
