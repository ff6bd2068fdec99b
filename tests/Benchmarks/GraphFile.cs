using System.Globalization;

namespace Weave.Matching;

/// <summary>A graph as text: the numbers of vertices and edges, then one edge a line as <c>u v weight</c>.</summary>
internal static class GraphFile
{
    public static WeightedGraph Read(string file)
    {
        using var numbers = new NumberReader(File.OpenRead(file));
        var vertices = checked((int)numbers.Next());
        var edges = new WeightedEdge[numbers.Next()];
        foreach (ref var edge in edges.AsSpan())
            edge = new(checked((int)numbers.Next()), checked((int)numbers.Next()), numbers.Next());
        return new(vertices, edges);
    }

    public static void Write(string file, int vertices, IReadOnlyCollection<WeightedEdge> edges)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vertices} {edges.Count}"));
        foreach (var (u, v, weight) in edges)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{u} {v} {weight}"));
    }

    /// <summary>Whole numbers separated by blanks; made for files of hundreds of megabytes.</summary>
    private sealed class NumberReader(Stream stream) : IDisposable
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _at;
        private int _end;

        public long Next()
        {
            var next = Byte();
            while (next is ' ' or '\t' or '\r' or '\n')
                next = Byte();
            var negative = next == '-';
            if (negative)
                next = Byte();
            if (next is < '0' or > '9')
                throw new FormatException("The file holds something other than whole numbers, or fewer than it says.");
            var number = 0L;
            for (; next is >= '0' and <= '9'; next = Byte())
                number = checked(10 * number - (next - '0'));
            return negative ? number : checked(-number);
        }

        public void Dispose() => stream.Dispose();

        private int Byte()
        {
            if (_at == _end)
            {
                (_at, _end) = (0, stream.Read(_buffer));
                if (_end == 0)
                    return -1;
            }
            return _buffer[_at++];
        }
    }
}
