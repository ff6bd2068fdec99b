using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Weave.Notifications;
using Weave.Sql;

namespace Weave;

/// <summary>The one place where storage, reminders and clustering are chosen from settings. Serves the headless silo and the web host alike.</summary>
public static class SiloHosting
{
    /// <summary>Orleans' name of the storage behind the default one.</summary>
    internal const string AdoNet = "AdoNet";

    /// <summary>Adds a silo with its database to the process. The database is made and migrated before the silo starts.</summary>
    public static IHostApplicationBuilder AddWeaveSilo(this IHostApplicationBuilder builder)
    {
        builder.AddLogDefaults();
        builder.AddTelemetry();
        var clustering = builder.AddSettings<ClusteringOptions>(ClusteringOptions.Section);
        var storage = builder.AddSettings<StorageOptions>(StorageOptions.Section);

        SqlTypes.Register();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<AdoNetGrainStorageOptions>(AdoNet)
            .Configure<Orleans.Serialization.Serializer>((o, serializer) => o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer));
        builder.Services.AddHealthChecks().AddCheck<SiloHealth>("silo");
        builder.UseOrleans(silo =>
        {
            // Who gives up waiting for a message of the outbox must know that the grain has given up too, or it would hand out one more.
            silo.Configure<SiloMessagingOptions>(messaging => messaging.WaitForCancellationAcknowledgement = true);
            silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = ("weave", "weave"));
            silo.Services.AddGrainStorage(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME,
                (services, _) => new GrainStorage(services.GetRequiredKeyedService<IGrainStorage>(AdoNet), services.GetService<SqliteDatabase>()));
        });
        if (storage.Shared)
            builder.AddPostgres(storage, clustering);
        else
            builder.AddSqlite(storage.FolderIn(builder.Environment), clustering);
        return builder;
    }
}
