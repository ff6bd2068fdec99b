using Microsoft.Extensions.Options;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>Where Telegram opens Weave's pages inside itself.</summary>
internal sealed class MiniApp(SiteAddress site, IOptions<TelegramOptions> options)
{
    public const string Path = "/telegram/app";

    /// <summary>A button that opens a page inside Telegram; null where Telegram would refuse it: it wants https, but for its servers for tests.</summary>
    public BotButton? Button(string text, string page = "/")
    {
        var link = site.Link($"{Path}?to={Uri.EscapeDataString(page)}");
        return link.StartsWith("https://", StringComparison.Ordinal) || options.Value.BaseUrl?.IsLoopback == true ? new BotButton(text, App: link) : null;
    }
}
