using Weave.Members;

namespace Weave.Rooms;

/// <summary>What is said at a table.</summary>
internal sealed partial class RoomGrain
{
    private const int MessageLength = 1000;
    private const int KeyLength = 100;

    public async Task Say(Guid member, string key, string text)
    {
        var me = Writing(member);
        var said = Written(Inputs.Lines(text, MessageLength, nameof(text)), key);
        if (_room.State.TableOf(me.Number) is not (> 0 and var table))
            throw new Refused(Refusal.NotAtATable);
        var message = new TableMessage(_lastMessage + 1, me.Number, said, Now);
        if (!await Stored(() => Chat.Add(message, key, _room.State.Round, table)))
            return;
        _lastMessage = message.Id;
        await _audience.Tell((RoomTopic.Table(_room.State.Round, table), [new MessageSaid(message)]));
    }

    /// <summary>Something, under a key by which a repetition is recognised.</summary>
    private static string Written(string text, string key)
    {
        if (text.Length == 0)
            throw new Refused(Refusal.Required, nameof(text));
        return key.Length is > 0 and <= KeyLength && !key.Any(char.IsControl) ? text : throw new Refused(Refusal.Invalid, nameof(key));
    }

    /// <summary>The participant, who may write.</summary>
    private Guest Writing(Guid member)
    {
        _ = _room.Plan;
        return _room.Writing(member);
    }
}
