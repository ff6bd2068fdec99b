using System.Net;
using System.Net.Sockets;

namespace Weave.Telegram;

/// <summary>A browser as its owner would recognise it, and nobody else could tell from others: "Firefox on Windows, 203.0.113.…, Europe/Berlin".</summary>
internal static class BrowserName
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("YaBrowser", "Yandex Browser"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
         ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent, IPAddress? address, string? zone) =>
        string.Join(", ", new[] { $"{Named(Browsers, userAgent)} · {Named(Systems, userAgent)}", Network(address), zone }.Where(part => part is not null));

    private static string Named((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name ?? "?";

    /// <summary>The network, not the machine.</summary>
    private static string? Network(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true)
            address = address.MapToIPv4();
        return address switch
        {
            null => null,
            { AddressFamily: AddressFamily.InterNetwork } => $"{string.Join('.', address.GetAddressBytes()[..3])}.…",
            _ => $"{string.Join(':', address.ToString().Split(':').Take(3))}:…",
        };
    }
}
