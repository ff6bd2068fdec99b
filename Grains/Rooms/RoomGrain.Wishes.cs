using Weave.Members;

namespace Weave.Rooms;

/// <summary>"I want to meet", a word to the one on the stage, and signs to them.</summary>
internal sealed partial class RoomGrain
{
    private const int WhisperLength = 500;
    private readonly Reactions _reactions = new();

    private WishTable Wishes => new(database, Id);
    private WhisperTable Whispers => new(database, Id);

    public async Task Wish(Guid member, int number, bool wanted)
    {
        var me = _room.Inside(member);
        var other = _room.Other(me, number);
        if (await Stored(() => Wishes.Put(me.Number, other.Number, wanted, Now)))
            await _audience.Tell((RoomTopic.Participant(me.Number), [new WishChanged(number, wanted)]));
    }

    public async Task Whisper(Guid member, int to, string key, string text)
    {
        var me = _room.Writing(member);
        var other = _room.OnStage(me, to);
        var said = Written(Inputs.Line(text, WhisperLength, nameof(text)), key);
        // Nobody learns that they are blocked.
        if (await Blocked(me, other))
            return;
        if (await Whispers.Add(me.Number, to, key, said, Now) is { } whisper)
            await _audience.Tell((RoomTopic.Participant(to), [new WhisperReceived(whisper)]));
    }

    public async Task WhispersSeen(Guid member, long upTo)
    {
        var me = _room.Inside(member);
        if (await Whispers.See(me.Number, upTo))
            await _audience.Tell((RoomTopic.Participant(me.Number), [new WhispersRead(upTo)]));
    }

    public Task React(Guid member, Reaction reaction)
    {
        var me = _room.Inside(member);
        if (!Enum.IsDefined(reaction))
            throw new Refused(Refusal.Invalid, nameof(reaction));
        if (_room.State.Stage.IsEmpty)
            throw new Refused(Refusal.AlreadyDone);
        if (_reactions.Add(me.Number, reaction, Now))
            WakeUp();
        return Task.CompletedTask;
    }

    private Task<bool> Blocked(Guest one, Guest other) => GrainFactory.GetGrain<IStancesGrain>(0).Blocked(one.Member, other.Member);
}
