using System.Collections.Immutable;

namespace Weave.Telegram;

/// <summary>Zones offered as buttons to who has come by Telegram, which says nothing of where they are. The others are chosen in the browser. Buttons live in chats for
/// years: append, never reorder. Their cities stand in the texts in the same order.</summary>
internal static class KnownZones
{
    public static readonly ImmutableArray<string> Ids =
    [
        "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow", "Asia/Tbilisi", "Asia/Dubai", "Asia/Tashkent", "Asia/Almaty",
        "Asia/Yekaterinburg", "Asia/Novosibirsk", "Asia/Kolkata", "Asia/Singapore", "America/New_York", "America/Los_Angeles",
    ];

    public static string? Of(char choice) => choice - 'a' is >= 0 and var index && index < Ids.Length ? Ids[index] : null;
}
