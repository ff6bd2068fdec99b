using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>How many vertices one search may look at: at first, and in the end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SearchEffort(long First, long Last)
{
    public static readonly SearchEffort Exact = new(16, long.MaxValue);

    /// <summary>Enough to find nearly all, and the same for each vertex however large the graph is.</summary>
    public static readonly SearchEffort Approximate = new(16, 64);

    /// <summary>Searches are short, and can be left as they are between two of them.</summary>
    public bool IsAnytime => Last < long.MaxValue;

    /// <summary>
    /// Searches from many roots, first with little effort each and then with more. A search that is given up keeps what it has done to the duals, and so
    /// comes to meet those from other roots: trees stay many times smaller than if the first had to find its way alone.
    /// </summary>
    /// <remarks>
    /// There is also a pool to which the first searches of a pass may help themselves: many roots may be waiting for one thing to be found out, as that there
    /// are not enough partners, and one tree that grows as far as it must settles them all. The pool is large when most of the pass before was in vain.
    /// </remarks>
    /// <param name="roots">Those that are not settled in the end are left.</param>
    /// <param name="settled">Nothing is left to do for a root: another search may have matched it.</param>
    /// <param name="search">Searches from a root with an effort; returns what is left of it, or a negative number when the search was given up.</param>
    /// <param name="enough">No more searches are begun.</param>
    public void Spend(List<int> roots, Func<int, bool> settled, Func<int, long, long> search, CancellationToken enough)
    {
        var pool = 0L;
        for (var effort = First; roots.Count > 0 && effort <= Last; effort *= 2)
        {
            var (begun, left) = (roots.Count, 0);
            pool = Math.Max(pool, effort * begun / 16);
            for (var i = 0; i < begun; i++)
            {
                if (enough.IsCancellationRequested)
                {
                    roots.RemoveRange(left, i - left);
                    return;
                }
                if (settled(roots[i]))
                    continue;
                var own = Math.Max(effort, pool);
                var rest = search(roots[i], own);
                pool -= own - Math.Max(rest, 0);
                if (rest < 0)
                    roots[left++] = roots[i];
            }
            roots.RemoveRange(left, begun - left);
            pool = left > begun - begun / 4 ? 2 * effort * left : 0;
        }
    }
}
