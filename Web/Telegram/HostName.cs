using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Weave.Telegram;

/// <summary>This host among those of a cluster: its machine and where it listens. The same after a restart, so that a host that was killed takes up at once what it held.</summary>
internal sealed class HostName(Func<string> name)
{
    /// <summary>Read when it is asked for: the address is known when the server has started.</summary>
    public static HostName Of(IServer server) =>
        new(() => $"{Environment.MachineName} {string.Join(' ', server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])}");

    public override string ToString() => name();
}
