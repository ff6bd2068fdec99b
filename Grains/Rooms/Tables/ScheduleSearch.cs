namespace Weave.Rooms;

/// <summary>
/// Betters a schedule by swaps of two people within a round: while somebody meets somebody again, the best swap with one of them that is not taboo, even
/// when it makes things worse for a while (Dotú and Van Hentenryck, "Scheduling social golfers locally", 2005); then every swap that serves the wishes;
/// then a few at random, and again. The best schedule seen is what remains. Bounded by a number of pairs looked at, not by time, so that a seed always
/// gives the same.
/// </summary>
internal sealed class ScheduleSearch
{
    private readonly Schedule _schedule;
    private readonly Random _random;
    private readonly bool _wishes;
    private readonly bool _onlyNew;
    private readonly long[] _taboo;
    private readonly int[] _best;
    private long _least;
    private long _effort;
    private long _step;

    private ScheduleSearch(Schedule schedule, PairCosts costs, Random random, long effort)
    {
        (_schedule, _wishes, _onlyNew, _random, _effort) = (schedule, costs.HasWishes, costs.OnlyNewCounts, random, effort);
        _taboo = new long[schedule.Rounds * schedule.People];
        (_best, _least) = ([.. schedule.Seats], schedule.Cost);
    }

    private bool Over => _effort <= 0;

    public static void Better(Schedule schedule, PairCosts costs, Random random, long effort) =>
        new ScheduleSearch(schedule, costs, random, effort).Run();

    private void Run()
    {
        // Where meeting again is no harm, going uphill for it would only lead away.
        if (_onlyNew)
        {
            Please();
            Keep();
        }
        // Wishes have their turn once nobody meets again, or when most of the effort has not brought that about.
        var reserve = _wishes ? _effort / 4 : 0;
        while (!Part() && !Over && _effort > reserve)
            Restart();
        if (_wishes)
        {
            Please();
            Keep();
            while (!Over)
            {
                Restart();
                Part();
                Please();
                Keep();
            }
        }
        _schedule.Restore(_best, _least);
    }

    /// <summary>Parts those who meet again; true when nobody does.</summary>
    private bool Part()
    {
        var patience = 10L * _taboo.Length;
        while (!Over && patience-- > 0)
        {
            if (Offender() is not (var round, var seat))
                return true;
            var other = BestSwap(round, seat);
            if (other < 0)
                continue;
            _schedule.Swap(round, seat, other);
            _step++;
            _taboo[(round * _schedule.People) + _schedule.Person(round, seat)] = _step + 2 + _random.Next(10);
            _taboo[(round * _schedule.People) + _schedule.Person(round, other)] = _step + 2 + _random.Next(10);
            if (Keep())
                patience = 10L * _taboo.Length;
        }
        return false;
    }

    /// <summary>Somebody who meets somebody again.</summary>
    private (int Round, int Seat)? Offender()
    {
        var start = _random.Next(_taboo.Length);
        for (var i = 0; i < _taboo.Length; i++)
        {
            var at = start + i < _taboo.Length ? start + i : start + i - _taboo.Length;
            var (round, seat) = (at / _schedule.People, at % _schedule.People);
            _effort -= 4;
            if (_schedule.Repeats(round, seat))
                return (round, seat);
        }
        return null;
    }

    private int BestSwap(int round, int seat)
    {
        var (best, least, equal) = (-1, long.MaxValue, 0);
        var people = _schedule.People;
        var mine = _taboo[(round * people) + _schedule.Person(round, seat)] > _step;
        var leaving = _schedule.Leaving(round, seat);
        for (var first = 0; first < people; first += _schedule.Size(first))
        {
            if (_schedule.Neighbours(seat, first))
                continue;
            var joining = leaving + _schedule.Joining(round, seat, first);
            for (var other = first; other < first + _schedule.Size(first); other++)
            {
                var change = joining + _schedule.Exchange(round, seat, other);
                if (change > least)
                    continue;
                if ((mine || _taboo[(round * people) + _schedule.Person(round, other)] > _step) && _schedule.Cost + change >= _least)
                    continue;
                equal = change < least ? 1 : equal + 1;
                if (equal == 1 || _random.Next(equal) == 0)
                    (best, least) = (other, change);
            }
        }
        _effort -= people * (long)_schedule.Size(seat);
        return best;
    }

    /// <summary>Makes every swap that helps until none does.</summary>
    private void Please()
    {
        for (var improved = true; improved && !Over;)
        {
            improved = false;
            for (var round = 0; round < _schedule.Rounds && !Over; round++)
            {
                for (var seat = 1; seat < _schedule.People; seat++)
                {
                    for (var other = 0; other < seat; other++)
                    {
                        if (_schedule.Neighbours(seat, other) || _schedule.Change(round, seat, other) >= 0)
                            continue;
                        _schedule.Swap(round, seat, other);
                        improved = true;
                    }
                    _effort -= seat * 2L * _schedule.Size(seat);
                }
            }
        }
    }

    /// <summary>Goes back to the best there was, and a few steps aside.</summary>
    private void Restart()
    {
        if (_schedule.Cost > _least)
            _schedule.Restore(_best, _least);
        var round = _random.Next(_schedule.Rounds);
        for (var swaps = 0; swaps < 3; swaps++)
        {
            var (seat, other) = (_random.Next(_schedule.People), _random.Next(_schedule.People));
            if (!_schedule.Neighbours(seat, other))
                _schedule.Swap(round, seat, other);
        }
    }

    private bool Keep()
    {
        if (_schedule.Cost >= _least)
            return false;
        _least = _schedule.Cost;
        _schedule.Seats.CopyTo(_best, 0);
        return true;
    }
}
