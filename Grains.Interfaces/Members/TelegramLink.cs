namespace Weave.Members;

/// <summary>A member's Telegram account.</summary>
/// <param name="UserId">Telegram's id of the user, and of the private chat with them.</param>
/// <param name="Username">The @username without the sign; null for those who have none.</param>
/// <param name="Unreachable">The member has blocked the bot: Telegram answered 403.</param>
[GenerateSerializer, Immutable, Alias("telegramLink")]
public sealed record TelegramLink([property: Id(0)] long UserId, [property: Id(1)] string? Username, [property: Id(2)] bool Unreachable = false);
