using System.Globalization;
using Weave.Members;

namespace Weave.Notifications;

/// <summary>Takes over what cannot be sent by its own channel: mail for Telegram, Telegram for mail.</summary>
internal sealed class OtherChannel(IGrainFactory grains, string channel)
{
    private readonly string _other = channel == OutboxChannel.Telegram ? OutboxChannel.Email : OutboxChannel.Telegram;

    /// <summary>Whether somebody would send it there.</summary>
    public Task<bool> Served() => Outbox.Served();

    /// <summary>
    /// Puts those into the other queue that are for a member who can be reached there, and returns their numbers. Keys are kept: repeated after a crash,
    /// it puts nothing there twice. What an edge has worded for its own channel stays.
    /// </summary>
    public async Task<IReadOnlyList<long>> Take(IReadOnlyList<OutboxMessage> messages)
    {
        var taken = new List<OutboxMessage>();
        foreach (var message in messages.Where(message => !message.Moved && message.Notice is not ReadyMessage))
            if (message.Member is { } member && await AddressOf(member) is { } address)
                taken.Add(message with { Recipient = address, Moved = true });
        if (taken.Count > 0)
            await Outbox.Enqueue(taken);
        return [.. taken.Select(message => message.Number)];
    }

    private IOutboxGrain Outbox => grains.GetGrain<IOutboxGrain>(_other);

    private async Task<string?> AddressOf(Guid id)
    {
        try
        {
            var member = await grains.GetGrain<IMemberGrain>(id).Get();
            return _other == OutboxChannel.Email
                ? member.Emails.FirstOrDefault()
                : member.Telegram is { Unreachable: false } telegram ? telegram.UserId.ToString(CultureInfo.InvariantCulture) : null;
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            return null;
        }
    }
}
