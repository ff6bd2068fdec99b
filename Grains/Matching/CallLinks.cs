using System.Security.Cryptography;
using System.Text;

namespace Weave.Matching;

/// <summary>Where an online meeting takes place, by the community's setting.</summary>
internal static class CallLinks
{
    /// <summary>
    /// A link that ends in a slash is a place for many calls: the match gets a room of its own there, whose name nobody guesses who is not in it. Any other link is
    /// where all meet. Null without a setting.
    /// </summary>
    public static string? Of(string setting, MatchId match, IEnumerable<Guid> members)
    {
        if (setting.Length == 0)
            return null;
        if (!setting.EndsWith('/'))
            return setting;
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes($"{match}:{string.Join(',', members.Order().Select(member => member.ToString("N")))}"));
        return $"{setting}weave-{Convert.ToHexStringLower(secret.AsSpan(0, 8))}";
    }
}
