using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Weave.Agenda;
using Weave.Notifications;
using Weave.Sql;

namespace Weave;

/// <summary>The one place where storage, reminders and clustering are chosen from settings. Serves the headless silo and the web host alike.</summary>
public static class SiloHosting
{
    /// <summary>Orleans' name for SQLite; the driver behind it is Microsoft.Data.Sqlite.</summary>
    private const string Sqlite = "System.Data.SQLite";

    /// <summary>The storage behind the default one.</summary>
    private const string AdoNet = "AdoNet";

    /// <summary>Adds a silo with its database to the process. The database is made and migrated before the silo starts.</summary>
    public static IHostApplicationBuilder AddWeaveSilo(this IHostApplicationBuilder builder)
    {
        builder.AddLogDefaults();
        builder.AddTelemetry();
        var clustering = builder.AddSettings<ClusteringOptions>(ClusteringOptions.Section);
        var folder = builder.AddSettings<StorageOptions>(StorageOptions.Section).FolderIn(builder.Environment);
        Directory.CreateDirectory(folder);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "weave.db"), DefaultTimeout = 30 }.ToString();

        SqlTypes.Register();
        Migrations.Run(connectionString);

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => new SqliteDatabase(connectionString));
        builder.Services.AddSingleton<DbDataSource>(services => services.GetRequiredService<SqliteDatabase>());
        builder.Services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<AdoNetGrainStorageOptions>(AdoNet)
            .Configure<Orleans.Serialization.Serializer>((o, serializer) => o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer));

        builder.Services.AddHealthChecks().AddCheck<SiloHealth>("silo");
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(clustering.SiloPort == 0 ? FreePort() : clustering.SiloPort, clustering.GatewayPort);
            // One silo has nobody to evict but itself, which it does when the clock jumps while it starts (a laptop that wakes up, a test).
            silo.Configure<ClusterMembershipOptions>(membership => membership.EvictWhenMaxJoinAttemptTimeExceeded = false);
            // Who gives up waiting for a message of the outbox must know that the grain has given up too, or it would hand out one more.
            silo.Configure<SiloMessagingOptions>(messaging => messaging.WaitForCancellationAcknowledgement = true);
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = ("weave", "weave"));
            silo.AddAdoNetGrainStorage(AdoNet, storage => (storage.Invariant, storage.ConnectionString) = (Sqlite, connectionString));
            silo.Services.AddGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
                (services, _) => new GrainStorage(services.GetRequiredKeyedService<IGrainStorage>(AdoNet), services.GetRequiredService<SqliteDatabase>()));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Sqlite, connectionString));
            silo.AddStartupTask((services, _) => services.GetRequiredService<IGrainFactory>().GetGrain<IAgendaGrain>(0).Start());
        });
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
