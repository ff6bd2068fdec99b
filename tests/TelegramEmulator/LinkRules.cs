using System.Net;

namespace Weave.Telegram.Emulator;

/// <summary>Which addresses Telegram takes for a link.</summary>
internal static class LinkRules
{
    /// <summary>What is wrong with the address; null when it is a public one.</summary>
    public static string? Problem(string url)
    {
        if (url.StartsWith("tg://", StringComparison.OrdinalIgnoreCase))
            return null;
        var whole = url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}";
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var uri))
            return "Wrong HTTP URL";
        if (uri.Scheme is not ("http" or "https"))
            return "Unsupported URL protocol";
        var isPublic = IPAddress.TryParse(uri.DnsSafeHost, out var address) ? !IPAddress.IsLoopback(address) : uri.Host.Contains('.', StringComparison.Ordinal);
        return isPublic ? null : "Wrong HTTP URL";
    }
}
