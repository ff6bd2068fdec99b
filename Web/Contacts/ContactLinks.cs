namespace Weave.Contacts;

/// <summary>Addresses behind the fields of a card, for pages and cards alike.</summary>
public static class ContactLinks
{
    public static string Email(string address) => $"mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}";

    /// <summary>Digits alone, with the plus they may begin with.</summary>
    public static string Phone(string phone) =>
        $"tel:{(phone.AsSpan().TrimStart() is ['+', ..] ? "+" : "")}{string.Concat(phone.Where(char.IsAsciiDigit))}";

    public static string Telegram(string username) => $"https://t.me/{username}";

    /// <summary>An address as people read it.</summary>
    public static string Short(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? (uri.Host + uri.PathAndQuery).TrimEnd('/') : link;

    /// <summary>Whether an address is one a page may link to.</summary>
    public static bool Safe(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
