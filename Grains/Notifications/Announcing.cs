using Weave.Members;

namespace Weave.Notifications;

/// <summary>Telling many people at once.</summary>
internal static class Announcing
{
    private const int AskedAtOnce = 250;

    /// <summary>
    /// Tells each member by the best way there is, as <see cref="IMemberGrain.Notify"/> does, with few transactions for all of them. Returns whom there is no way to tell,
    /// once the others' messages are in the durable outbox.
    /// </summary>
    public static async Task<IReadOnlySet<Guid>> Announce(this IGrainFactory grains, IEnumerable<(Guid Member, Notice Notice, string Key)> notices)
    {
        var unreachable = new HashSet<Guid>();
        var messages = new List<(string Channel, OutboxMessage Message)>();
        foreach (var some in notices.Chunk(AskedAtOnce))
        {
            var addressed = await Task.WhenAll(some.Select(async one => (one.Member, Message: await Address(grains, one.Member, one.Notice, one.Key))));
            unreachable.UnionWith(addressed.Where(one => one.Message is null).Select(one => one.Member));
            messages.AddRange(addressed.Select(one => one.Message).OfType<AddressedMessage>().Select(one => (one.Channel, one.Message)));
        }
        foreach (var channel in messages.GroupBy(one => one.Channel, StringComparer.Ordinal))
            await grains.GetGrain<IOutboxGrain>(channel.Key).Enqueue([.. channel.Select(one => one.Message)]);
        return unreachable;
    }

    private static async Task<AddressedMessage?> Address(IGrainFactory grains, Guid member, Notice notice, string key)
    {
        try
        {
            return await grains.GetGrain<IMemberGrain>(member).Address(notice, key);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            // The account is gone: there is nobody to tell.
            return null;
        }
    }
}
