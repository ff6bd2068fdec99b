using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>What Telegram hands to a page it opens: who opens it, when, and a signature (core.telegram.org/bots/webapps).</summary>
internal static class InitData
{
    public static string Sign(WireUser user, string token, DateTimeOffset now)
    {
        SortedDictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["auth_date"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["query_id"] = "AAH" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
            ["user"] = JsonSerializer.Serialize(user, WireJson.Options),
        };
        var check = string.Join('\n', fields.Select(field => $"{field.Key}={field.Value}"));
        var key = HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(token));
        fields["hash"] = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(check)));
        return string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
    }
}
