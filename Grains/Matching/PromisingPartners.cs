namespace Weave.Matching;

/// <summary>
/// Finds promising partners for a person without looking at everybody. All stand in a circle, shuffled, but those who speak the same beside each other. Inverted
/// indexes lead from each of a person's terms to the people who have it, the weightiest terms first, and of common ones only to those standing near; who is found
/// by the most is then weighed exactly. What a partner costs can be taken off (<see cref="Of"/>), so that not all want the same few. O(n) space, and for each person
/// time that does not depend on n.
/// </summary>
internal sealed class PromisingPartners
{
    /// <summary>So many of those who stand next are taken as they are, so that nobody depends on having something in common.</summary>
    private const int Neighbours = 3;

    /// <summary>How many entries of indexes are looked at for one person, and how many at most for one term.</summary>
    private const int Patience = 6000;
    private const int PatienceForTerm = 1500;

    /// <summary>How many of those found are weighed exactly.</summary>
    private const int Weighed = 100;

    private readonly PairWeights _weights;

    /// <summary>Who stands at a place, and who stands where. The indexes are of places, in order.</summary>
    private readonly int[] _circle;
    private readonly int[] _place;
    private readonly int[][] _byInterest;
    private readonly int[][] _byLooksFor;
    private readonly int[][] _byOffer;
    private readonly int[][] _byWant;
    private readonly int[][] _byBeing;
    private readonly Dictionary<string, int[]> _byCity;
    private readonly float[] _points;
    private readonly List<int> _found = [];
    private readonly List<(float Points, int[] Places)> _lists = [];
    private readonly PriorityQueue<int, float> _best = new();

    public PromisingPartners(PairWeights weights, int seed)
    {
        _weights = weights;
        var (people, terms) = (weights.Affinity.People, weights.Affinity.Terms);
        _circle = [.. Enumerable.Range(0, weights.Count)];
        new Random(seed).Shuffle(_circle);
        _circle = [.. _circle.OrderBy(person => people[person].Languages.A).ThenBy(person => people[person].Languages.B).ThenBy(person => people[person].Languages.C)];
        _place = new int[weights.Count];
        foreach (var (place, person) in _circle.Index())
            _place[person] = place;
        _byInterest = Index(terms.Interests.Count, person => person.Interests);
        _byLooksFor = Index(terms.Wishes.Count, person => person.LooksFor);
        _byOffer = Index(terms.Wishes.Count, person => person.Offers);
        _byWant = Index(terms.Targets, person => person.Wants);
        _byBeing = Index(terms.Targets, person => person.Is);
        _byCity = Enumerable.Range(0, _circle.Length).GroupBy(place => people[_circle[place]].City, StringComparer.Ordinal).Where(city => city.Key.Length > 0)
            .ToDictionary(city => city.Key, city => city.ToArray(), StringComparer.Ordinal);
        _points = new float[weights.Count];
    }

    /// <summary>The edges from one person to promising partners. Not for several threads at once.</summary>
    /// <param name="person">Whose partners.</param>
    /// <param name="wanted">At most so many, and those who stand next.</param>
    /// <param name="price">What each person costs, in weight; zeros at first. Partners are then those who gain most beyond their own price and the person's.</param>
    public IEnumerable<WeightedEdge> Of(int person, int wanted, IReadOnlyList<long> price)
    {
        Collect(person);
        foreach (var other in _found)
        {
            if (other != person)
                Keep(other, _points[other] - (price[other] / (float)PairWeights.Hundredths));
            _points[other] = 0;
        }
        _found.Clear();
        var own = price[person];
        var edges = _best.UnorderedItems.Select(item => item.Element).Where(other => _weights.CanMeet(person, other))
            .Select(other => new WeightedEdge(person, other, _weights.Pair(person, other)))
            .Where(edge => own == 0 || edge.Weight - price[edge.V] > own)
            .OrderByDescending(edge => edge.Weight - price[edge.V]).Take(wanted).ToList();
        _best.Clear();
        return own == 0 ? edges.Concat(InCircle(person)) : edges;
    }

    private void Keep(int other, float gain)
    {
        if (_best.Count < Weighed)
            _best.Enqueue(other, gain);
        else
            _best.EnqueueDequeue(other, gain);
    }

    private IEnumerable<WeightedEdge> InCircle(int person) => Enumerable.Range(1, Math.Min(Neighbours, _circle.Length - 1))
        .Select(step => _circle[(_place[person] + step) % _circle.Length])
        .Where(other => _weights.CanMeet(person, other)).Select(other => new WeightedEdge(person, other, _weights.Pair(person, other)));

    private void Collect(int person)
    {
        var (me, terms, points) = (_weights.Affinity.People[person], _weights.Affinity.Terms, _weights.Affinity.Points);
        Add(me.Interests, _byInterest, term => (float)points.Interests * terms.Interests.Weight(term));
        Add(me.LooksFor, _byOffer, term => (float)points.Wishes * terms.Wishes.Weight(term));
        Add(me.Offers, _byLooksFor, term => (float)points.Wishes * terms.Wishes.Weight(term));
        Add(me.Wants, _byBeing, _ => (float)points.Targets);
        Add(me.Is, _byWant, _ => (float)points.Targets);
        if (points.City > 0 && _byCity.TryGetValue(me.City, out var neighbours))
            _lists.Add(((float)points.City, neighbours));

        _lists.Sort((one, other) => other.Points.CompareTo(one.Points));
        var left = Patience;
        foreach (var (weight, places) in _lists)
        {
            var take = Math.Min(places.Length, Math.Min(left, PatienceForTerm));
            var at = Array.BinarySearch(places, _place[person]);
            var start = take == places.Length ? 0 : (at < 0 ? ~at : at) - (take / 2) + places.Length;
            for (var i = 0; i < take; i++)
            {
                var other = _circle[places[(start + i) % places.Length]];
                if (_points[other] == 0)
                    _found.Add(other);
                _points[other] += weight;
            }
            left -= take;
        }
        _lists.Clear();

        void Add(int[] mine, int[][] index, Func<int, float> worth)
        {
            foreach (var term in mine)
            {
                if (worth(term) is > 0 and var weight)
                    _lists.Add((weight, index[term]));
            }
        }
    }

    private int[][] Index(int terms, Func<Portrait, int[]> of)
    {
        var lists = new List<int>[terms];
        for (var place = 0; place < _circle.Length; place++)
        {
            foreach (var term in of(_weights.Affinity.People[_circle[place]]))
                (lists[term] ??= []).Add(place);
        }
        return Array.ConvertAll(lists, list => list is null ? [] : list.ToArray());
    }
}
