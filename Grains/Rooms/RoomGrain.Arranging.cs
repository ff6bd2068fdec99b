using System.Collections.Immutable;

namespace Weave.Rooms;

/// <summary>Seats given by hand.</summary>
internal sealed partial class RoomGrain
{
    public async Task MoveTo(Guid by, int step, int number, int table)
    {
        await RequireOrganizer(by);
        var apart = await Ties.Apart(_room.Known(number).Member, _room.State.Tables.ElementAtOrDefault(table - 1) is { IsDefault: false } there ? there : [], _room.Guests);
        await Commit(_room.MoveTo(step, number, table, Now, apart));
    }

    public async Task Swap(Guid by, int step, int number, int instead, int table)
    {
        await RequireOrganizer(by);
        var people = new[] { number, instead }.Select(_room.State.TableOf).Where(of => of > 0).Distinct().SelectMany(of => _room.State.Tables[of - 1]).ToList();
        await Commit(_room.Swap(step, number, instead, table, Now, await Ties.Apart(people, _room.Guests)));
    }

    public async Task Arrange(Guid by, int step)
    {
        await RequireOrganizer(by);
        _room.Require(step, Move.Arrange);
        await Commit(_room.Arrange(step, await Seats(_room.Seatable())));
    }

    public async Task Rearrange(Guid by, int step, int number, int table, int? instead)
    {
        await RequireOrganizer(by);
        var people = _room.State.Arranged.SelectMany(arranged => arranged).ToList();
        await Commit(_room.Rearrange(step, number, table, instead, await Ties.Apart(people, _room.Guests)));
    }

    public async Task ForgetArrangement(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Commit(_room.ForgetArrangement(step));
    }

    /// <summary>The tables of the rounds to come, the next one first.</summary>
    private async Task<ImmutableArray<PlannedRound>> Seats(IReadOnlyList<int> people)
    {
        var (room, seed) = (_room, Id.GetHashCode());
        var acquainted = await Ties.Acquainted(people, room.Guests);
        var apart = await Ties.Apart(people, room.Guests);
        var wishes = await Wishes.Pairs();
        return room.ArrangedFor(people, apart) is { } arranged
            ? [new(arranged), .. room.State.Planned]
            : await Task.Run(() => SeatingPlanner.Plan(room.Problem(people, acquainted, apart, seed) with { Wishes = wishes }, room.State.Planned));
    }
}
