using System.Collections.Immutable;

namespace Weave;

/// <summary>A short list in one column: line feeds between entries, which hold none themselves.</summary>
internal static class Lines
{
    public static string Join(ImmutableArray<string> entries) => string.Join('\n', entries);

    public static ImmutableArray<string> Split(string column) => column.Length == 0 ? [] : [.. column.Split('\n')];
}
