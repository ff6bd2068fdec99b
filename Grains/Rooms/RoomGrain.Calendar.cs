using System.Globalization;
using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>
/// What people are told of a room that is planned: of the room itself, of a place that has become free, a day and an hour before, when it begins, and when it is moved or
/// called off. Each is on the agenda before it can be needed, and told once, whatever happens in between: the outbox knows the keys.
/// </summary>
internal sealed partial class RoomGrain
{
    private const string WhenPlace = "place:";
    private const string WhenTaken = "taken:";
    private const string WhenAnnounced = "announce:";
    private const string WhenRescheduled = "moved:";
    private const string WhenCancelled = "cancelled";
    private const string WhenReleased = "released";
    private const int AnnouncedAtOnce = 500;

    /// <summary>A reminder that is later than this says nothing any more.</summary>
    private static readonly TimeSpan LeastAheadOfADay = TimeSpan.FromHours(2);

    public async Task Announce(Guid by)
    {
        await RequireOrganizer(by);
        _room.RequirePlanned();
        await Agenda.Put(this.GetGrainId(), $"{WhenAnnounced}{Guid.Empty:N}", Now);
    }

    public async Task Reschedule(Guid by, DateTimeOffset startsAt)
    {
        await RequireOrganizer(by);
        var moved = _room.Reschedule(startsAt, Now);
        await Agenda.Put(this.GetGrainId(), WhenIdle, startsAt + Room.Idle);
        await Commit(moved);
        await List();
    }

    public async Task Cancel(Guid by)
    {
        await RequireOrganizer(by);
        var outcome = _room.Cancel(Now);
        await Agenda.Put(this.GetGrainId(), WhenCancelled, Now);
        await Commit(outcome);
        await List();
    }

    /// <summary>Puts on the agenda what has to be told of a change, before it is stored.</summary>
    private async Task PlanAhead(Room before, Room next)
    {
        if (next.State.Plan is not { } plan || next.State.Phase == RoomPhase.Closed)
            return;
        if (before.State.Plan?.StartsAt != plan.StartsAt)
        {
            foreach (var ahead in Enum.GetValues<RoomAhead>().Where(ahead => Due(ahead, plan) > Now))
                await Agenda.Put(this.GetGrainId(), $"{ahead}", Due(ahead, plan));
            if (before.State.Plan is not null)
                await Agenda.Put(this.GetGrainId(), string.Create(CultureInfo.InvariantCulture, $"{WhenRescheduled}{next.State.Sequence}"), Now);
        }
        if (next.NextRelease(Now) is { } release && release != before.NextRelease(Now))
            await Agenda.Put(this.GetGrainId(), WhenReleased, release);
        foreach (var place in next.Places.Where(place => place.Has && before.Places.Find(place.Member) is { Has: false }))
            await Agenda.Put(this.GetGrainId(), $"{WhenPlace}{place.Member:N}", Now);
        foreach (var place in next.Places.Where(place => place.Has && next.State.Phase == RoomPhase.Lobby && before.Places.Find(place.Member) is null))
            await Agenda.Put(this.GetGrainId(), $"{WhenTaken}{place.Member:N}", Now);
    }

    /// <summary>False when it is something else.</summary>
    private async Task<bool> CalendarIsDue(string what)
    {
        if (Enum.TryParse<RoomAhead>(what, out var ahead))
            await Remind(ahead);
        else if (what.StartsWith(WhenPlace, StringComparison.Ordinal))
            await TellOfPlace(Guid.ParseExact(what[WhenPlace.Length..], "N"), new RoomPlaceFree(Id), "place");
        else if (what.StartsWith(WhenTaken, StringComparison.Ordinal))
            await TellOfPlace(Guid.ParseExact(what[WhenTaken.Length..], "N"), new RoomPlaceTaken(Id), "taken");
        else if (what.StartsWith(WhenAnnounced, StringComparison.Ordinal))
            await AnnounceAfter(Guid.ParseExact(what[WhenAnnounced.Length..], "N"));
        else if (what.StartsWith(WhenRescheduled, StringComparison.Ordinal))
            await TellOfMove(what);
        else if (what == WhenCancelled)
            await TellOfCancelling();
        else if (what == WhenReleased)
            await Release();
        else
            return false;
        return true;
    }

    private static DateTimeOffset Due(RoomAhead ahead, RoomPlan plan) => plan.StartsAt - ahead switch
    {
        RoomAhead.Day => TimeSpan.FromDays(1),
        RoomAhead.Hour => TimeSpan.FromHours(1),
        _ => TimeSpan.Zero,
    };

    /// <summary>Late rather than never, unless it would say what is not true any more.</summary>
    private async Task Remind(RoomAhead ahead)
    {
        var plan = _room.Plan;
        if (Now < Due(ahead, plan))
        {
            await Agenda.Put(this.GetGrainId(), $"{ahead}", Due(ahead, plan));
            return;
        }
        var useful = ahead switch
        {
            RoomAhead.Day => Now < plan.StartsAt - LeastAheadOfADay,
            RoomAhead.Hour => Now < plan.StartsAt,
            _ => true,
        };
        if (_room.State.Phase == RoomPhase.Closed || !useful)
            return;
        var absent = _room.Places.Where(place => place.Has && _room.Find(place.Member) is not { Present: true }).Select(place => place.Member);
        await Tell(absent, new RoomSoon(Id, ahead, plan.StartsAt), $"{ahead}:{Seconds(plan.StartsAt)}");
    }

    private async Task TellOfPlace(Guid member, Notice notice, string key)
    {
        if (_room.State.Phase != RoomPhase.Closed && _room.Places.Find(member) is { Has: true } place)
            await Tell([member], notice, $"{key}:{Seconds(place.At)}");
    }

    private async Task TellOfMove(string what)
    {
        if (_room.State.Phase != RoomPhase.Closed && what == string.Create(CultureInfo.InvariantCulture, $"{WhenRescheduled}{_room.State.Sequence}"))
            await Tell(_room.Places.Select(place => place.Member), new RoomMoved(Id, _room.Plan.StartsAt), what);
    }

    private async Task TellOfCancelling()
    {
        if (_room.State.Cancelled)
            await Tell(_room.Places.Select(place => place.Member), new RoomCancelled(Id), WhenCancelled);
    }

    /// <summary>Places that are kept no longer go to those who wait.</summary>
    private async Task Release()
    {
        await Commit(new(_room.Fill(Now), []));
        if (_room.NextRelease(Now) is { } next)
            await Agenda.Put(this.GetGrainId(), WhenReleased, next);
    }

    /// <summary>Some members after the other: the agenda holds who comes next, so that a process killed half-way goes on where it was.</summary>
    private async Task AnnounceAfter(Guid after)
    {
        if (_room.State.Phase != RoomPhase.Lobby)
            return;
        var members = await new InvitedTable(database, _room.State.Community).Members(after, AnnouncedAtOnce, Now);
        if (members.Count == 0)
            return;
        await Tell(members.Where(member => _room.Places.Find(member) is null), new RoomAnnounced(Id), "announced");
        await Agenda.Put(this.GetGrainId(), $"{WhenAnnounced}{members[^1]:N}", Now);
    }

    private async Task Tell(IEnumerable<Guid> members, Notice notice, string key) =>
        await GrainFactory.Announce(members.Select(member => (member, notice, $"room:{Id:N}:{key}")));

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
