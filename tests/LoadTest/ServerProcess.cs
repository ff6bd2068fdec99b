using System.Diagnostics;
using System.Globalization;

namespace Weave.LoadTest;

/// <summary>The server's process, when it runs on this Linux machine: found by the port it listens at.</summary>
internal static class ServerProcess
{
    private const string Listening = "0A";

    /// <summary>Null when there is none that this user may look into.</summary>
    public static Process? At(Uri url)
    {
        if (!url.IsLoopback || !OperatingSystem.IsLinux())
            return null;
        var sockets = Sockets("/proc/net/tcp", url.Port).Concat(Sockets("/proc/net/tcp6", url.Port)).Select(inode => $"socket:[{inode}]").ToHashSet(StringComparer.Ordinal);
        return Process.GetProcesses().FirstOrDefault(process => Holds(process.Id, sockets));
    }

    /// <summary>The inodes of sockets that listen at a port; see proc(5).</summary>
    private static IEnumerable<string> Sockets(string table, int port)
    {
        if (!File.Exists(table))
            yield break;
        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields[3] == Listening && int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) == port)
                yield return fields[9];
        }
    }

    private static bool Holds(int process, HashSet<string> sockets)
    {
        try
        {
            return new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos().Any(fd => fd.LinkTarget is { } target && sockets.Contains(target));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
