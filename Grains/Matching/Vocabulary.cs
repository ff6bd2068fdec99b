using System.Runtime.InteropServices;

namespace Weave.Matching;

/// <summary>
/// The terms of one kind in a round (interests, words of wishes), as numbers, and what it says about two people that they share one: the rarer, the more
/// (inverse document frequency, after Spärck Jones, 1972).
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>How alike the rarest shared term alone makes two people, of 1.</summary>
    private const double Rarest = 0.6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _people = [];
    private float[] _weights = [];

    public int Count => _people.Count;

    /// <summary>The terms of one more person, sorted; each is given once.</summary>
    public int[] Add(IEnumerable<string> terms)
    {
        var numbers = terms.Select(NumberOrNext).ToArray();
        Array.Sort(numbers);
        foreach (var number in numbers)
            _people[number]++;
        return numbers;
    }

    /// <summary>Call when everybody is there.</summary>
    public void Weigh(int people)
    {
        var rarest = Math.Log(1 + people / 2.0);
        _weights = [.. _people.Select(count => (float)-Math.Log(1 - Rarest * Math.Min(1, Math.Log(1 + (double)people / Math.Max(count, 2)) / rarest)))];
    }

    /// <summary>How much a shared term counts. Sums of it are made a likeness by <see cref="Likeness"/>.</summary>
    public float Weight(int term) => _weights[term];

    /// <summary>From 0 to 1: every shared term takes away the same share of what is left to 1, whatever the others are.</summary>
    public static double Likeness(double weights) => weights == 0 ? 0 : 1 - Math.Exp(-weights);

    /// <summary>The weights of the terms that are in both.</summary>
    public double Shared(int[] one, int[] other)
    {
        var sum = 0.0;
        for (var (i, j) = (0, 0); i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                sum += _weights[one[i]];
                j++;
                i++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return sum;
    }

    /// <summary>-1 for a term that nobody has.</summary>
    public int Number(string term) => _numbers.GetValueOrDefault(term, -1);

    private int NumberOrNext(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
        if (known)
            return number;
        _people.Add(0);
        return number = _people.Count - 1;
    }
}
