using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>
/// While people talk there is time: a better plan for the rounds to come is searched on the thread pool. The next round begins with the best found by then;
/// an activation that is lost loses no more than that.
/// </summary>
internal sealed partial class RoomGrain
{
    private const int Thoroughly = 20;

    /// <summary>Stops the search and gives what it has found; null when there is none.</summary>
    private Func<Task<ImmutableArray<PlannedRound>>>? _stopSearch;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await Planned();

    /// <summary>The plan for the rounds to come as it is now.</summary>
    private async Task<ImmutableArray<PlannedRound>> Planned() => _stopSearch is null ? _room.State.Planned : await _stopSearch();

    /// <summary>Searches on for the people seated now.</summary>
    private void SearchOn(SeatingProblem problem)
    {
        _stopSearch = null;
        if (_room.State.Planned.IsDefaultOrEmpty)
            return;
        var (next, plan, searching) = (_room.Problem(problem.People, problem.Acquainted, Id.GetHashCode()), _room.State.Planned, new CancellationTokenSource());
        var search = Task.Run(() => SeatingPlanner.Plan(next, plan, Thoroughly, searching.Token), CancellationToken.None);
        _stopSearch = async () =>
        {
            await searching.CancelAsync();
            return await search;
        };
    }
}
