using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Weave;

/// <summary>
/// What is logged, and how, when nothing else is configured: one line an event for the person at the console, one JSON object an event in production.
/// </summary>
internal static class LogDefaults
{
    public static void AddLogDefaults(this IHostApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        // Beneath all other sources: every value can be overridden by a file, the environment or the command line.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft"] = "Warning",
                // That the keys of sessions lie unencrypted in the data folder is so by design: whoever reads the folder has the database too.
                ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
                // It takes every refusal for a failure; what fails is logged by the hub's filter.
                ["Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"] = "Critical",
                ["Logging:LogLevel:System.Net.Http"] = "Warning",
                ["Logging:LogLevel:Orleans"] = "Warning",
                // It takes the time since the machine was started for the time since its first check, and warns of it.
                ["Logging:LogLevel:Orleans.Runtime.Watchdog"] = "Error",
                // Orleans tells of every placement through this category.
                ["Logging:LogLevel:Polly"] = "Warning",
                ["Logging:Console:FormatterName"] = development ? "simple" : "json",
                ["Logging:Console:FormatterOptions:SingleLine"] = "true",
                ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = development ? "false" : "true",
                ["Logging:Console:FormatterOptions:TimestampFormat"] = development ? "HH:mm:ss " : "yyyy-MM-ddTHH:mm:ss.fffZ",
            },
        });
    }
}
