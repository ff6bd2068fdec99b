using System.Net;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Weave;

/// <summary>
/// Silos of two machines that both say they are at localhost would take each other for their own predecessors and end each other. Whoever comes second is refused instead.
/// </summary>
internal static class OtherMachines
{
    /// <exception cref="OptionsValidationException">A silo of another machine is alive, and one of the two cannot be reached by the other.</exception>
    public static void Check(string connectionString, IPAddress own)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT HostName FROM OrleansMembershipTable
            WHERE Status IN (2, 3) AND IAmAliveTime > now() - INTERVAL '20 seconds' AND HostName <> @machine AND (@loopback OR Address LIKE '127.%' OR Address = '::1') LIMIT 1
            """;
        command.Parameters.AddWithValue("machine", Dns.GetHostName());
        command.Parameters.AddWithValue("loopback", IPAddress.IsLoopback(own));
        if (command.ExecuteScalar() is string other)
        {
            throw new OptionsValidationException(ClusteringOptions.Section, typeof(ClusteringOptions),
                [$"Setting {ClusteringOptions.Section}: Host has to be the address by which others reach this machine, here and on {other}, whose silo uses the same database."]);
        }
    }
}
