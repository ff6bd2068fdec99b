using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>A heap of vertices with keys that can go down; four children a node, so that a step down reads one line of the cache.</summary>
internal sealed class VertexHeap(int vertices)
{
    private const int None = -1;

    private readonly int[] _slots = NoSlots(vertices);
    private Entry[] _entries = new Entry[64];
    private int _count;

    /// <summary>The least key, or <see cref="long.MaxValue"/> when empty.</summary>
    public long Least => _count == 0 ? long.MaxValue : _entries[0].Key;

    /// <summary>Puts a vertex in, or moves it up; a key that is not less than the one it has changes nothing.</summary>
    public void Put(int vertex, long key)
    {
        var slot = _slots[vertex];
        if (slot == None)
        {
            if (_count == _entries.Length)
                Array.Resize(ref _entries, _count * 2);
            slot = _count++;
        }
        else if (_entries[slot].Key <= key)
        {
            return;
        }
        Rise(slot, new(key, vertex));
    }

    public int Take()
    {
        var taken = _entries[0].Vertex;
        _slots[taken] = None;
        var last = _entries[--_count];
        if (_count > 0)
            Sink(last);
        return taken;
    }

    public void Clear()
    {
        foreach (var entry in _entries.AsSpan(0, _count))
            _slots[entry.Vertex] = None;
        _count = 0;
    }

    private void Rise(int slot, Entry entry)
    {
        var (entries, slots) = (_entries, _slots);
        while (slot > 0)
        {
            var parent = (slot - 1) >> 2;
            var above = entries[parent];
            if (above.Key <= entry.Key)
                break;
            entries[slot] = above;
            slots[above.Vertex] = slot;
            slot = parent;
        }
        entries[slot] = entry;
        slots[entry.Vertex] = slot;
    }

    private void Sink(Entry entry)
    {
        var entries = _entries.AsSpan(0, _count);
        var slots = _slots;
        var slot = 0;
        for (var child = 1; child < entries.Length; child = 4 * slot + 1)
        {
            var end = Math.Min(child + 4, entries.Length);
            for (var other = child + 1; other < end; other++)
            {
                if (entries[other].Key < entries[child].Key)
                    child = other;
            }
            var below = entries[child];
            if (entry.Key <= below.Key)
                break;
            entries[slot] = below;
            slots[below.Vertex] = slot;
            slot = child;
        }
        entries[slot] = entry;
        slots[entry.Vertex] = slot;
    }

    private static int[] NoSlots(int vertices)
    {
        var slots = new int[vertices];
        Array.Fill(slots, None);
        return slots;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long Key, int Vertex);
}
