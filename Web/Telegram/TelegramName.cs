using Telegram.Bot.Types;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>A name as Telegram has it, in the length of ours.</summary>
internal static class TelegramName
{
    public static string Of(User user)
    {
        var name = $"{user.FirstName} {user.LastName}".Trim();
        return name.Length <= ProfileLimits.Name ? name : name[..(char.IsHighSurrogate(name[ProfileLimits.Name - 1]) ? ProfileLimits.Name - 1 : ProfileLimits.Name)];
    }
}
