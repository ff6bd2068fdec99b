using Microsoft.AspNetCore.DataProtection;

namespace Weave.Shell;

/// <summary>The keys that sign sessions lie in the data folder: sessions survive a restart and go where the folder goes.</summary>
internal static class SessionKeys
{
    public static void AddSessionKeys(this WebApplicationBuilder builder)
    {
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var keys = Directory.CreateDirectory(Path.Combine(storage.FolderIn(builder.Environment), "keys"));
        // The name stands in every key's purpose; left alone it would be the path of the program.
        builder.Services.AddDataProtection().SetApplicationName("weave").PersistKeysToFileSystem(keys);
    }
}
