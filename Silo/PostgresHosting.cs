using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;
using Weave.Sql;

namespace Weave;

/// <summary>Everything in a PostgreSQL database, the list of silos too: all hosts on one database are one cluster.</summary>
internal static class PostgresHosting
{
    private const string Invariant = "Npgsql";

    /// <summary>The same after a restart, so that a silo that was killed is known to be its own predecessor, and nobody waits for that one.</summary>
    private const int DefaultPort = 11111;

    public static void AddPostgres(this IHostApplicationBuilder builder, StorageOptions storage, ClusteringOptions clustering)
    {
        var address = AddressOf(clustering.Host);
        var database = PostgresDatabase.Open(storage.ConnectionString!);
        var connectionString = database.ConnectionString;
        Migrations.RunPostgres(connectionString);
        OtherMachines.Check(connectionString, address);
        if (!string.IsNullOrWhiteSpace(storage.MoveFrom))
            MoveToPostgres.Run(Path.GetFullPath(storage.MoveFrom, builder.Environment.ContentRootPath), connectionString);

        builder.Services.AddSingleton<DbDataSource>(_ => database);
        builder.Services.AddHostedService<AgendaWatch>();
        // What went wrong with the database in one silo is told to whoever asked in another.
        builder.Services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add(Invariant));
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(membership => (membership.Invariant, membership.ConnectionString) = (Invariant, connectionString));
            silo.ConfigureEndpoints(address, SiloPorts.Choose(clustering.SiloPort ?? DefaultPort), clustering.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
            silo.Configure<ClusterMembershipOptions>(Watch);
            silo.AddAdoNetGrainStorage(SiloHosting.AdoNet, storage => (storage.Invariant, storage.ConnectionString) = (Invariant, connectionString));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Invariant, connectionString));
        });
    }

    /// <summary>
    /// A room whose silo dies stands still until the others have noticed: ten seconds are bearable, and nine without an answer are longer than a garbage collection or a
    /// busy moment. A silo that joins needs an answer from all that have lately said to be alive; with the defaults one that comes back from a crash elsewhere would
    /// wait for a minute and a half for what it was itself.
    /// </summary>
    private static void Watch(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(3);
        membership.NumMissedProbesLimit = 3;
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedTableIAmAliveLimit = 3;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(15);
    }

    private static IPAddress AddressOf(string host)
    {
        if (host == "localhost")
            return IPAddress.Loopback;
        try
        {
            var found = Dns.GetHostAddresses(host);
            return Array.Find(found, address => address.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new OptionsValidationException(ClusteringOptions.Section, typeof(ClusteringOptions), [$"Setting {ClusteringOptions.Section}: Host {host} is not known: {e.Message}"]);
        }
    }
}
