namespace Weave.Rooms;

/// <summary>Who is on the stage.</summary>
internal sealed partial class RoomGrain
{
    public async Task Introduce(Guid by, int step)
    {
        await RequireOrganizer(by);
        await Introduce(step);
    }

    private async Task Introduce(int step)
    {
        var outcome = _room.Introduce(step, Now, Id.GetHashCode());
        await Agenda.Put(this.GetGrainId(), WhenSpoken, outcome.Room.State.Deadline!.Value);
        await Commit(outcome);
        await List();
    }

    public Task PassTurn(Guid member, bool pass)
    {
        var me = _room.Inside(member).Number;
        return Commit(_room.Pass(me, pass), (RoomTopic.Participant(me), [new TurnPassed(pass)]));
    }

    public async Task NextSpeaker(Guid by, int step)
    {
        if (_room.State.Stage is not [var speaker, ..] || _room.Find(by)?.Number != speaker)
            await RequireOrganizer(by);
        await Finish(_room.NextSpeaker(step, Now));
    }
}
