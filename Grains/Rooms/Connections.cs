namespace Weave.Rooms;

/// <summary>
/// Which browser connections keep whom in the room, and by which web hosts they came. Lives with the activation. A host that gives no sign of life for
/// two minutes loses its connections: it was killed and will not report them gone.
/// </summary>
internal sealed class Connections
{
    private static readonly TimeSpan Expiry = TimeSpan.FromMinutes(2);
    private readonly Dictionary<int, Dictionary<string, string?>> _of = [];
    private readonly Dictionary<string, DateTimeOffset> _hosts = new(StringComparer.Ordinal);

    /// <summary>When the next host is lost unless it gives a sign of life.</summary>
    public DateTimeOffset? NextLoss => _hosts.Count == 0 ? null : _hosts.Values.Min();

    public void Add(int number, string connection, string? host, DateTimeOffset now)
    {
        if (!_of.TryGetValue(number, out var mine))
            _of[number] = mine = new(StringComparer.Ordinal);
        mine[connection] = host;
        if (host is not null)
            _hosts.TryAdd(host, now + Expiry);
    }

    /// <summary>True when it was their last one. False for one that is not known, such as one that was lost with its host.</summary>
    public bool Remove(int number, string connection) =>
        _of.TryGetValue(number, out var mine) && mine.Remove(connection) && mine.Count == 0 && _of.Remove(number);

    /// <summary>Whether they look at the room in a browser.</summary>
    public bool Has(int number) => _of.ContainsKey(number);

    public void Forget(int number) => _of.Remove(number);

    public void Renew(string host, DateTimeOffset now) => _hosts[host] = now + Expiry;

    /// <summary>The hosts that are lost now, and those whose last connections went with them.</summary>
    public (IReadOnlyList<string> Hosts, IReadOnlyList<int> Numbers) Lose(DateTimeOffset now)
    {
        var hosts = _hosts.Where(host => host.Value <= now).Select(host => host.Key).ToList();
        var numbers = new List<int>();
        foreach (var host in hosts)
        {
            _hosts.Remove(host);
            foreach (var (number, mine) in _of)
            {
                var lost = mine.Where(connection => connection.Value == host).Select(connection => connection.Key).ToList();
                lost.ForEach(connection => mine.Remove(connection));
                if (mine.Count == 0)
                    numbers.Add(number);
            }
            numbers.ForEach(number => _of.Remove(number));
        }
        return (hosts, numbers);
    }
}
