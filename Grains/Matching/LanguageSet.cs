using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weave.Members;

namespace Weave.Matching;

/// <summary>The languages somebody speaks, a bit for each of ISO 639-1. Who names none is taken to understand everybody.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LanguageSet(ulong A, ulong B, ulong C)
{
    private static readonly Dictionary<string, int> Bits = LanguageCodes.All.Order(StringComparer.Ordinal).Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);

    public static LanguageSet Of(ImmutableArray<string> codes)
    {
        var set = (Span<ulong>)stackalloc ulong[3];
        foreach (var code in codes)
        {
            if (Bits.TryGetValue(code, out var bit))
                set[bit / 64] |= 1UL << (bit % 64);
        }
        return new(set[0], set[1], set[2]);
    }

    public bool IsEmpty => (A | B | C) == 0;

    public bool Understands(LanguageSet other) => ((A & other.A) | (B & other.B) | (C & other.C)) != 0 || IsEmpty || other.IsEmpty;
}
