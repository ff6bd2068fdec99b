using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Weave.Shell;

/// <summary>
/// The keys that sign sessions and forms lie with everything else, in the data folder or in the shared database: sessions survive a restart, and whoever signed in at one
/// host is known to all.
/// </summary>
internal static class SessionKeys
{
    public static void AddSessionKeys(this WebApplicationBuilder builder)
    {
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        // The name stands in every key's purpose; left alone it would be the path of the program.
        var protection = builder.Services.AddDataProtection().SetApplicationName("weave");
        if (storage.Shared)
            builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((o, services) => o.XmlRepository = ActivatorUtilities.CreateInstance<SharedKeys>(services));
        else
            protection.PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(storage.FolderIn(builder.Environment), "keys")));
    }
}
