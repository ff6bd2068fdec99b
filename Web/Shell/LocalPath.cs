namespace Weave.Shell;

/// <summary>Guards against open redirects.</summary>
public static class LocalPath
{
    /// <summary>The path when it stays on this site, else <c>/</c>.</summary>
    public static string OrHome(string? path) => IsLocal(path) ? path! : "/";

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && path.Length <= 2000 && !path.Any(char.IsControl);
}
