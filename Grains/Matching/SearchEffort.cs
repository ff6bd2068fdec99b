using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>How many vertices one search may look at: at first, and in the end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchEffort(long First, long Last)
{
    public static readonly SearchEffort Exact = new(64, long.MaxValue);

    /// <summary>Enough to find nearly all, and the same for each vertex however large the graph is.</summary>
    public static readonly SearchEffort Approximate = new(64, 64);

    /// <summary>
    /// Searches from many roots, first with little effort each and then with more. A search that is given up keeps what it has done to the duals, and so
    /// comes to meet those from other roots: trees stay many times smaller than if the first had to find its way alone.
    /// </summary>
    /// <param name="roots">Those that are not settled in the end are left.</param>
    /// <param name="settled">Nothing is left to do for a root: another search may have matched it.</param>
    /// <param name="search">Searches from a root with an effort; true when that has settled it.</param>
    public void Spend(List<int> roots, Func<int, bool> settled, Func<int, long, bool> search)
    {
        var poor = false;
        for (var effort = First; roots.Count > 0 && effort <= Last; effort *= 2)
        {
            var (begun, left) = (roots.Count, 0);
            for (var i = 0; i < begun; i++)
            {
                // Where little effort settles few, they may all be waiting for one thing to be found out, as that there are no partners for all. Let one do it.
                var own = i == 0 && poor ? effort * begun : effort;
                if (!settled(roots[i]) && !search(roots[i], own))
                    roots[left++] = roots[i];
            }
            roots.RemoveRange(left, begun - left);
            poor = left > begun - begun / 4;
        }
    }
}
