using System.Net;
using System.Net.Sockets;

namespace Weave;

internal static class SiloPorts
{
    /// <summary>The port, or a free one for zero.</summary>
    public static int Choose(int port)
    {
        if (port != 0)
            return port;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
