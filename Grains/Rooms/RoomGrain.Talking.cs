using Weave.Members;

namespace Weave.Rooms;

/// <summary>What is said at a table, and to everybody.</summary>
internal sealed partial class RoomGrain
{
    private const int MessageLength = 1000;
    private const int KeyLength = 100;

    /// <summary>Who writes in a chat does not see that the round ends while they do.</summary>
    private static readonly TimeSpan Belated = TimeSpan.FromSeconds(15);

    public async Task Say(Guid member, string key, string text)
    {
        var me = _room.Writing(member);
        var said = Written(Inputs.Lines(text, MessageLength, nameof(text)), key);
        if (_room.State.TableOf(me.Number) is not (> 0 and var table))
            throw new Refused(Refusal.NotAtATable);
        var message = new RoomMessage(_lastMessage + 1, me.Number, said, Now);
        if (!await Stored(() => Chat.Add(message, key, _room.State.Round, table)))
            return;
        _lastMessage = message.Id;
        await _audience.Tell((RoomTopic.Table(_room.State.Round, table), [new MessageSaid(message)]));
    }

    public async Task SayToRoom(Guid member, string key, string text)
    {
        var me = _room.Writing(member);
        var said = Written(Inputs.Lines(text, MessageLength, nameof(text)), key);
        if (_room.State.Phase == RoomPhase.Closed)
            throw new Refused(Refusal.RoomClosed);
        if (IsBelated(me))
            throw new Refused(Refusal.JustEnded);
        var blind = await BlindTo(me, _room);
        var message = new RoomMessage(_lastMessage + 1, me.Number, said, Now);
        if (!await Stored(() => Chat.Add(message, key, Chat.Everybody, Chat.Everybody)))
            return;
        _lastMessage = message.Id;
        await _audience.Tell((RoomTopic.Room, [new SaidToRoom(message) { Blind = blind }]));
    }

    /// <summary>They write in a chat, and what they write now may have been begun at the table.</summary>
    private bool IsBelated(Guest me) => me.Chat is not null && !_connections.Has(me.Number)
        && _room.State.Past is [.., var last] && Now < last.EndedAt + Belated && last.Tables.Any(table => table.Contains(me.Number))
        && (_room.State.Stage is not [var speaker, ..] || speaker != me.Number);

    /// <summary>Something, under a key by which a repetition is recognised.</summary>
    private static string Written(string text, string key)
    {
        if (text.Length == 0)
            throw new Refused(Refusal.Required, nameof(text));
        return key.Length is > 0 and <= KeyLength && !key.Any(char.IsControl) ? text : throw new Refused(Refusal.Invalid, nameof(key));
    }
}
