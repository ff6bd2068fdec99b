using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Weave.Telegram;

/// <summary>
/// What Telegram signs when it opens a page of ours (core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app): a query string with the user, the time, and a
/// hash over all other fields with a key made of the bot's token.
/// </summary>
internal static class InitData
{
    private const int Longest = 8192;

    /// <summary>Long enough for a slow phone; whoever opens the page later is signed already.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Who opens the page; null when Telegram did not sign this, or not lately.</summary>
    public static User? Verify(string? initData, string token, DateTimeOffset now)
    {
        if (initData is not { Length: > 0 and <= Longest })
            return null;
        var fields = QueryHelpers.ParseQuery(initData);
        if (fields.Any(field => field.Value.Count != 1) || !fields.Remove("hash", out var hash))
            return null;
        var check = string.Join('\n', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
        var key = HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(token));
        var signed = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(check)));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signed), Encoding.UTF8.GetBytes(hash.ToString())))
            return null;
        return IsFresh(fields["auth_date"].ToString(), now) ? ReadUser(fields["user"].ToString()) : null;
    }

    private static bool IsFresh(string authDate, DateTimeOffset now) =>
        long.TryParse(authDate, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
        && now - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age && age <= Lifetime && age >= -Ahead;

    private static User? ReadUser(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<User>(json, JsonBotAPI.Options) is { IsBot: false, Id: > 0 } user ? user : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
