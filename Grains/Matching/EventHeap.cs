using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>What is to happen in a search, by the height at which it does.</summary>
internal sealed class EventHeap
{
    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <summary>The least height, or <see cref="long.MaxValue"/> when empty.</summary>
    public long Least => _count == 0 ? long.MaxValue : _entries[0].Height;

    public void Put(long height, int from, int to)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        var entries = _entries;
        var slot = _count++;
        while (slot > 0)
        {
            var parent = (slot - 1) >> 2;
            if (entries[parent].Height <= height)
                break;
            entries[slot] = entries[parent];
            slot = parent;
        }
        entries[slot] = new(height, from, to);
    }

    public (int From, int To) Take()
    {
        var taken = _entries[0];
        var entry = _entries[--_count];
        var entries = _entries.AsSpan(0, _count);
        var slot = 0;
        for (var child = 1; child < entries.Length; child = 4 * slot + 1)
        {
            var end = Math.Min(child + 4, entries.Length);
            for (var other = child + 1; other < end; other++)
            {
                if (entries[other].Height < entries[child].Height)
                    child = other;
            }
            if (entry.Height <= entries[child].Height)
                break;
            entries[slot] = entries[child];
            slot = child;
        }
        if (_count > 0)
            entries[slot] = entry;
        return (taken.From, taken.To);
    }

    public void Clear() => _count = 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Height, int From, int To);
}
