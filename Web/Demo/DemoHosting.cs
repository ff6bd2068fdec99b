using Weave.Demo;

namespace Weave;

/// <summary>Adds the simulated community when the command line says <c>--demo</c>, and nothing at all otherwise.</summary>
internal static class DemoHosting
{
    /// <summary>To be called before anything reads the settings: the demo keeps to a folder of its own within the data folder, so that its people never
    /// appear among real ones.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        if (!args.Contains("--demo", StringComparer.Ordinal))
            return;
        var folder = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>()?.Folder ?? new StorageOptions().Folder;
        builder.Configuration.AddInMemoryCollection(
        [
            new($"{StorageOptions.Section}:{nameof(StorageOptions.Folder)}", Path.Combine(folder, "demo")),
            new($"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}", ""),
        ]);
        builder.Services.AddSingleton<DemoRooms>();
        builder.Services.AddSingleton<DemoRounds>();
        builder.Services.AddHostedService<DemoWorld>();
    }
}
