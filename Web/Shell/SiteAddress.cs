using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Weave.Shell;

/// <summary>Makes the links that are read outside of the site. Never from a request's Host header: whoever asks for a mail would choose where its link leads.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> options, IServer server)
{
    /// <summary>The absolute address of a local path.</summary>
    public string Link(string path) => new Uri(Root, path).AbsoluteUri;

    private Uri Root => options.Value.Url ?? Listening ?? new Uri("http://localhost");

    private Uri? Listening
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            return address is null ? null : new Uri(BindingAddress.Parse(address) is var bound && bound.Host is "*" or "+" or "0.0.0.0" or "[::]"
                ? $"{bound.Scheme}://localhost:{bound.Port}" : address);
        }
    }
}
