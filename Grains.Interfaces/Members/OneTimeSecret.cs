using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Weave.Members;

/// <summary>Makes the secrets of one-time links: 24 random bytes in base64url, 32 characters, short enough for a Telegram deep link.</summary>
public static class OneTimeSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    /// <summary>The key of the <see cref="IOneTimeLinkGrain"/> behind a secret.</summary>
    public static string KeyOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
