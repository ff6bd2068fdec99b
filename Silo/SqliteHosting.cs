using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Weave.Agenda;
using Weave.Sql;

namespace Weave;

/// <summary>Everything in one file, and one silo that nobody joins.</summary>
internal static class SqliteHosting
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "weave.db";

    /// <summary>Orleans' name for SQLite; the driver behind it is Microsoft.Data.Sqlite.</summary>
    private const string Invariant = "System.Data.SQLite";

    public static void AddSqlite(this IHostApplicationBuilder builder, string folder, ClusteringOptions clustering)
    {
        Directory.CreateDirectory(folder);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), DefaultTimeout = 30 }.ToString();
        Migrations.RunSqlite(connectionString);

        builder.Services.AddSingleton(_ => new SqliteDatabase(connectionString));
        builder.Services.AddSingleton<DbDataSource>(services => services.GetRequiredService<SqliteDatabase>());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(SiloPorts.Choose(clustering.SiloPort ?? 0), clustering.GatewayPort);
            // One silo has nobody to evict but itself, which it does when the clock jumps while it starts (a laptop that wakes up, a test).
            silo.Configure<ClusterMembershipOptions>(membership => membership.EvictWhenMaxJoinAttemptTimeExceeded = false);
            silo.AddAdoNetGrainStorage(SiloHosting.AdoNet, storage => storage.Configure<SqliteDatabase>((o, database) => (o.Invariant, o.DataSource) = (Invariant, database)));
            silo.UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = (Invariant, connectionString));
            silo.AddStartupTask((services, _) => services.GetRequiredService<IGrainFactory>().GetGrain<IAgendaGrain>(0).Start());
        });
    }
}
