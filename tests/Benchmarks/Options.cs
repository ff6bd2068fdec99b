using System.Globalization;

namespace Weave;

/// <summary>Options of a command: a name and a whole number each.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    public Options(ReadOnlySpan<string> args, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || !names.Contains(args[i][2..]))
                throw new FormatException($"There is no option {args[i]}.");
            if (i + 1 == args.Length)
                throw new FormatException($"{args[i]} needs a number.");
            _values[args[i][2..]] = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
        }
    }

    public int Number(string name, int otherwise) => _values.GetValueOrDefault(name, otherwise);
}
