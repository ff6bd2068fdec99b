namespace Weave.Rooms;

/// <summary>Rounds with everybody in a seat, and what they cost. All rounds have the same tables; a seat keeps its table, people change seats.</summary>
internal sealed class Schedule
{
    private readonly PairCosts _costs;
    private readonly int[] _tableOf;
    private readonly int[] _first;
    private readonly int[] _size;

    public Schedule(PairCosts costs, int[] sizes, int[][] rounds)
    {
        (_costs, Rounds, Seats) = (costs, rounds.Length, [.. rounds.SelectMany(seats => seats)]);
        _tableOf = [.. sizes.SelectMany((size, table) => Enumerable.Repeat(table, size))];
        _first = [.. sizes.Select((_, table) => sizes.Take(table).Sum())];
        _size = sizes;
        for (var round = 0; round < Rounds; round++)
        {
            for (var seat = 0; seat < People; seat++)
            {
                var person = Person(round, seat);
                foreach (var other in Table(round, seat)[..(seat - _first[_tableOf[seat]])])
                {
                    Cost += costs.Next(person)[other];
                    costs.Add(person, other, 1);
                }
            }
        }
    }

    public int Rounds { get; }

    public int People => _tableOf.Length;

    public long Cost { get; private set; }

    /// <summary>Who sits where, round by round.</summary>
    public int[] Seats { get; }

    public int Person(int round, int seat) => Seats[(round * People) + seat];

    public bool Neighbours(int seat, int other) => _tableOf[seat] == _tableOf[other];

    /// <summary>Who sits at the table of a seat.</summary>
    public Span<int> Table(int round, int seat) => Seats.AsSpan((round * People) + _first[_tableOf[seat]], _size[_tableOf[seat]]);

    /// <summary>Whether somebody in this seat meets again whom they meet otherwise, or must not meet.</summary>
    public bool Repeats(int round, int seat)
    {
        var person = Person(round, seat);
        var last = _costs.Last(person);
        foreach (var other in Table(round, seat))
        {
            if (last[other] >= PairCosts.Repeat / 2 && other != person)
                return true;
        }
        return false;
    }

    public int Size(int seat) => _size[_tableOf[seat]];

    /// <summary>By how much it costs more when two at different tables change seats: the sum of three parts, of which two depend on the other's table only.</summary>
    public long Change(int round, int seat, int other) => Leaving(round, seat) + Joining(round, seat, other) + Exchange(round, seat, other);

    /// <summary>What is saved when somebody stands up; not above zero as a rule.</summary>
    public long Leaving(int round, int seat)
    {
        var person = Person(round, seat);
        var last = _costs.Last(person);
        long change = 0;
        foreach (var c in Table(round, seat))
            change -= c == person ? 0 : last[c];
        return change;
    }

    /// <summary>What is paid when they sit down at a table at which nobody has stood up.</summary>
    public long Joining(int round, int seat, int other)
    {
        var next = _costs.Next(Person(round, seat));
        long change = 0;
        foreach (var c in Table(round, other))
            change += next[c];
        return change;
    }

    /// <summary>What changes by the other one's standing up there, and sitting down here.</summary>
    public long Exchange(int round, int seat, int other)
    {
        var (a, b) = (Person(round, seat), Person(round, other));
        var next = _costs.Next(b);
        var last = _costs.Last(b);
        var change = -_costs.Next(a)[b];
        foreach (var c in Table(round, seat))
            change += c == a ? 0 : next[c];
        foreach (var c in Table(round, other))
            change -= c == b ? 0 : last[c];
        return change;
    }

    public void Swap(int round, int seat, int other)
    {
        Cost += Change(round, seat, other);
        var (a, b) = (Person(round, seat), Person(round, other));
        foreach (var c in Table(round, seat))
            Move(c, a, b);
        foreach (var c in Table(round, other))
            Move(c, b, a);
        (Seats[(round * People) + seat], Seats[(round * People) + other]) = (b, a);
    }

    /// <summary>Puts everybody where they sat in a copy of <see cref="Seats"/>.</summary>
    public void Restore(int[] seats, long cost)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (seats.AsSpan(round * People, People).SequenceEqual(Seats.AsSpan(round * People, People)))
                continue;
            Count(round, -1);
            seats.AsSpan(round * People, People).CopyTo(Seats.AsSpan(round * People, People));
            Count(round, 1);
        }
        Cost = cost;
    }

    private void Count(int round, int times)
    {
        for (var seat = 0; seat < People; seat++)
        {
            foreach (var other in Table(round, seat)[..(seat - _first[_tableOf[seat]])])
                _costs.Add(Person(round, seat), other, times);
        }
    }

    private void Move(int other, int from, int to)
    {
        if (other == from)
            return;
        _costs.Add(from, other, -1);
        _costs.Add(to, other, 1);
    }
}
