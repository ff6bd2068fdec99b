using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>The updates the bot has not confirmed, and those it has, for <see cref="Again"/>. All members are called with the server's lock held.</summary>
internal sealed class UpdateQueue(int first)
{
    private readonly List<WireUpdate> _all = [];
    private readonly List<WireUpdate> _again = [];
    private HashSet<string>? _allowed;
    private int _next = first;
    private int _confirmed;
    private TaskCompletionSource _news = New();

    /// <summary>Completes when something was added.</summary>
    public Task News => _news.Task;

    public IReadOnlyCollection<string>? Allowed => _allowed;

    public int Pending => _again.Count + _all.Count - _confirmed;

    public void Allow(IReadOnlyList<string>? kinds)
    {
        if (kinds is not null)
            _allowed = kinds.Count == 0 ? null : [.. kinds];
    }

    public void Add(Func<int, WireUpdate> make)
    {
        var update = make(_next);
        if (_allowed?.Contains(update.Kind) == false)
            return;
        _next++;
        _all.Add(update);
        Signal();
    }

    /// <summary>Puts the latest updates back, whether confirmed or not: each is handed out once more with its old id.</summary>
    public void Again(int count)
    {
        _again.AddRange(_all.TakeLast(count));
        Signal();
    }

    /// <summary>The next ones; those before a positive <paramref name="offset"/> are confirmed, a negative one counts from the end.</summary>
    public IReadOnlyList<WireUpdate> Take(int offset, int limit)
    {
        if (offset < 0)
            _confirmed = Math.Max(_confirmed, _all.Count + offset);
        else
            _confirmed = Math.Max(_confirmed, _all.FindLastIndex(update => update.UpdateId < offset) + 1);
        if (_again.Count == 0)
            return _all.GetRange(_confirmed, Math.Min(limit, _all.Count - _confirmed));
        var again = _again.Take(limit).ToList();
        _again.RemoveRange(0, again.Count);
        return again;
    }

    /// <summary>The webhook has accepted it.</summary>
    public void Confirm(WireUpdate update) => _confirmed = Math.Max(_confirmed, _all.IndexOf(update) + 1);

    public void Drop()
    {
        _confirmed = _all.Count;
        _again.Clear();
    }

    private void Signal()
    {
        var old = _news;
        _news = New();
        old.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
