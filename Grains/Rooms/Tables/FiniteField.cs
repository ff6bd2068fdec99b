using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>
/// The field of <paramref name="prime"/>^<paramref name="degree"/> elements. An element is a number whose digits to the base of the prime are the
/// coefficients of a polynomial; products are taken by logarithms to the powers of x modulo the first primitive polynomial.
/// </summary>
internal sealed class FiniteField(int prime, int degree)
{
    private readonly ImmutableArray<int> _powers = Powers(prime, degree);

    public int Size => _powers.Length + 1;

    /// <summary>The primitive element to this power.</summary>
    public int Power(int exponent) => _powers[exponent % _powers.Length];

    public int Times(int a, int b) => a == 0 || b == 0 ? 0 : Power(_powers.IndexOf(a) + _powers.IndexOf(b));

    public int Plus(int a, int b)
    {
        var sum = 0;
        for (var unit = 1; unit < Size; unit *= prime)
            sum += unit * (((a / unit) + (b / unit)) % prime);
        return sum;
    }

    /// <summary>The field of so many elements; null when the number is not the power of a prime.</summary>
    public static FiniteField? Of(int size)
    {
        if (size < 2)
            return null;
        var (prime, degree, rest) = (Enumerable.Range(2, size - 1).First(divisor => size % divisor == 0), 0, size);
        for (; rest % prime == 0; rest /= prime)
            degree++;
        return rest == 1 ? new(prime, degree) : null;
    }

    private static ImmutableArray<int> Powers(int prime, int degree)
    {
        var size = (int)Math.Pow(prime, degree);
        return Enumerable.Range(1, size - 1).Select(polynomial => Cycle(prime, size, polynomial)).First(cycle => cycle.Length == size - 1);
    }

    /// <summary>1, x, x², … until 1 returns, where x to the degree equals the polynomial given.</summary>
    private static ImmutableArray<int> Cycle(int prime, int size, int polynomial)
    {
        var cycle = ImmutableArray.CreateBuilder<int>();
        var value = 1;
        do
        {
            cycle.Add(value);
            var (over, next) = (value / (size / prime), value % (size / prime) * prime);
            value = 0;
            for (var unit = 1; unit < size; unit *= prime)
                value += unit * (((next / unit) + (polynomial / unit % prime * over)) % prime);
        }
        while (value > 1 && cycle.Count < size);
        return value == 1 ? cycle.ToImmutable() : [];
    }
}
