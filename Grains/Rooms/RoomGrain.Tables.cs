using Weave.Members;

namespace Weave.Rooms;

/// <summary>What a table does together.</summary>
internal sealed partial class RoomGrain
{
    private const int NoteLength = 2000;

    private NoteTable Notes => new(database, Id);

    public async Task TurnQuestion(Guid member, int turn)
    {
        var table = _room.Seat(_room.Inside(member));
        var next = _room.Turn(table, turn);
        if (ReferenceEquals(next, _room))
            return;
        await Commit(new(next, []));
        await _audience.Tell((RoomTopic.Table(_room.State.Round, table), [new QuestionTurned(turn + 1)]));
    }

    public async Task WriteNote(Guid member, int round, int version, string text)
    {
        var me = _room.Writing(member);
        var table = _room.SeatIn(me, round);
        var note = Inputs.Lines(text, NoteLength, nameof(text));
        if (!await Stored(() => Notes.Write(round, table, version, me.Number, note, Now)))
            throw new Refused(Refusal.AlreadyDone, "note");
        if (_room.State.Phase == RoomPhase.Round)
            await _audience.Tell((RoomTopic.Table(round, table), [new NoteWritten(version + 1, me.Number, note)]));
    }

    public async Task CallHelp(Guid member, bool wanted)
    {
        var me = _room.Inside(member);
        var table = _room.Seat(me);
        await Help(_room.CallHelp(table, me.Number, wanted), table);
    }

    public async Task ComeToTable(Guid by, int table, bool coming)
    {
        await RequireOrganizer(by);
        await Help(_room.Come(table, _room.Inside(by).Number, coming), table);
    }

    /// <summary>Tells the table and the organizers, and nobody else.</summary>
    private async Task Help(Room next, int table)
    {
        if (ReferenceEquals(next, _room))
            return;
        await Commit(new(next, []));
        IReadOnlyList<RoomEvent> changed = [new HelpChanged(table, next.State.Call(table))];
        await _audience.Tell(
        [
            (RoomTopic.Table(next.State.Round, table), changed),
            .. next.Guests.Where(guest => guest.Organizer && guest.Present).Select(guest => (RoomTopic.Participant(guest.Number), changed)),
        ]);
    }

    private async Task<TableTalk?> Talk(int table)
    {
        if (table == 0)
            return null;
        var (text, version) = await Notes.Of(_room.State.Round, table);
        return new(_room.State.Turns(table), text, version);
    }
}
