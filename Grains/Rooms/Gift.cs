using Weave.Members;

namespace Weave.Rooms;

/// <summary>What one participant has given another of their contact.</summary>
internal sealed record Gift(int Giver, int Receiver, ContactFields Fields, ContactCard Card, DateTimeOffset At)
{
    public SharedMine AsGiven => new(Receiver, Fields);

    public SharedContact AsReceived => new(Giver, Card);
}
