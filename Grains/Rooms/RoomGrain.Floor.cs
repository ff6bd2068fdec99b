using Weave.Members;

namespace Weave.Rooms;

/// <summary>The open floor, and questions.</summary>
internal sealed partial class RoomGrain
{
    private const int QuestionLength = 300;

    private QuestionTable Questions => new(database, Id);

    public async Task OpenFloor(Guid by, int step)
    {
        await RequireOrganizer(by);
        await OpenFloor(step);
    }

    private async Task OpenFloor(int step)
    {
        var outcome = _room.OpenFloor(step, Now);
        await Agenda.Put(this.GetGrainId(), WhenSpoken, outcome.Room.State.Deadline!.Value);
        await Commit(outcome);
        await List();
    }

    public Task RaiseHand(Guid member, bool up) => Commit(_room.RaiseHand(_room.Inside(member).Number, up));

    public async Task Ask(Guid member, string key, int? to, string text)
    {
        var me = _room.Writing(member);
        if (_room.State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        var asked = Written(Inputs.Line(text, QuestionLength, nameof(text)), key);
        // Who has blocked the author is not asked by them; nobody learns of it.
        if (to is { } number && await Blocked(me, _room.Other(me, number)))
            to = null;
        var blind = await BlindTo(me, _room);
        if (await Questions.Add(me.Number, to, key, asked, Now) is { } question)
            await _audience.Tell((RoomTopic.Room, [new QuestionAsked(question) { Blind = blind }]));
    }

    public async Task Vote(Guid member, long question, bool important)
    {
        var me = _room.Inside(member);
        if (await Questions.Vote(question, me.Number, important) is not { } votes)
            return;
        await _audience.Tell((RoomTopic.Room, [new QuestionVoted(question, votes)]), (RoomTopic.Participant(me.Number), [new VoteChanged(question, important)]));
    }

    public async Task Settle(Guid by, long question, QuestionStanding standing)
    {
        await RequireOrganizer(by);
        if (!Enum.IsDefined(standing))
            throw new Refused(Refusal.Invalid, nameof(standing));
        if (await Questions.Settle(question, standing))
            await _audience.Tell((RoomTopic.Room, [new QuestionSettled(question, standing)]));
    }
}
