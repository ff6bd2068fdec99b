namespace Weave;

/// <summary>Where things lie in the source tree the tests were built from.</summary>
internal static class Repository
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd('/'));

    public static string Root { get; } = FindRoot();

    /// <summary>The web host's project folder: its content root.</summary>
    public static string Web { get; } = Path.Combine(Root, "Web");

    /// <summary>The built web host, of the same configuration as the tests.</summary>
    public static string WebAssembly { get; } = Path.Combine(Web, "bin", Output.Parent!.Name, Output.Name, "Weave.Web.dll");

    /// <summary>The built headless silo.</summary>
    public static string SiloAssembly { get; } = Path.Combine(Root, "Silo", "bin", Output.Parent!.Name, Output.Name, "Weave.Silo.dll");

    private static string FindRoot()
    {
        for (var folder = Output; folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Orleans.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No source tree above {Output}.");
    }
}
