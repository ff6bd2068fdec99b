using Microsoft.Extensions.Options;

namespace Weave.Rooms;

/// <summary>What each member may still call on this host, with however many connections; also with one that is opened anew.</summary>
internal sealed class CallAllowances(IOptions<RoomsOptions> options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Allowance> _members = [];

    /// <summary>Those without a connection, whose allowance is kept until it would be no other than a new one.</summary>
    private readonly HashSet<Guid> _gone = [];

    public TokenBucket Enter(Guid member)
    {
        lock (_lock)
        {
            _gone.Remove(member);
            _gone.RemoveWhere(one => _members[one].Bucket.IsFull && _members.Remove(one));
            if (!_members.TryGetValue(member, out var allowance))
                _members[member] = allowance = new(new(options.Value.CallBurst, options.Value.CallsPerSecond, time));
            allowance.Connections++;
            return allowance.Bucket;
        }
    }

    public void Leave(Guid member)
    {
        lock (_lock)
        {
            if (--_members[member].Connections == 0)
                _gone.Add(member);
        }
    }

    private sealed class Allowance(TokenBucket bucket)
    {
        public TokenBucket Bucket { get; } = bucket;

        public int Connections { get; set; }
    }
}
