namespace Weave.Telegram.Emulator;

/// <summary>What goes wrong: scripted for the next calls, or by chance for a share of all. Never for <c>getUpdates</c> unless scripted.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Fault>> _script = new(StringComparer.OrdinalIgnoreCase);
    private Random _chance = new(1);
    private (double Share, Fault Fault)[] _shares = [];

    /// <summary>The next calls of <paramref name="method"/> meet these faults, one each, in order.</summary>
    public void Next(string method, params Fault[] faults)
    {
        lock (_lock)
        {
            if (!_script.TryGetValue(method, out var queue))
                _script[method] = queue = [];
            foreach (var fault in faults)
                queue.Enqueue(fault);
        }
    }

    /// <summary>From now on shares of all calls (0.05 for five in a hundred) meet a fault, chosen by <paramref name="seed"/>.</summary>
    public void ByChance(int seed, params (double Share, Fault Fault)[] shares)
    {
        lock (_lock)
            (_chance, _shares) = (new Random(seed), shares);
    }

    internal Fault? For(string method)
    {
        lock (_lock)
        {
            if (_script.TryGetValue(method, out var queue) && queue.TryDequeue(out var scripted))
                return scripted;
            if (_shares.Length == 0 || method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase))
                return null;
            var place = _chance.NextDouble();
            foreach (var (share, fault) in _shares)
            {
                if (place < share)
                    return fault;
                place -= share;
            }
            return null;
        }
    }
}
