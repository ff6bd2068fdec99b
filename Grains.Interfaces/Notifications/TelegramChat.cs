namespace Weave.Notifications;

/// <summary>Where a conversation with the bot stands.</summary>
[GenerateSerializer, Immutable, Alias("telegramChatState")]
public sealed record TelegramChat
{
    /// <summary>The largest update id handled; zero before the first.</summary>
    [Id(0)] public long LastUpdate { get; init; }

    /// <summary>What the next typed text answers, in the bot's own words; null when nothing is awaited.</summary>
    [Id(1)] public string? Awaiting { get; init; }

    /// <summary>Where a deep link led before the person had an account: done after they join.</summary>
    [Id(2)] public string? Pending { get; init; }

    /// <summary>The message that shows the current question and is edited in place; null when there is none.</summary>
    [Id(3)] public int? QuestionMessage { get; init; }

    /// <summary>
    /// Whether the update was handled before. A number that is smaller by far is new all the same: after a week without updates Telegram begins anew at random.
    /// </summary>
    public bool Knows(long updateId) => updateId <= LastUpdate && LastUpdate - updateId < FarBehind;

    private const long FarBehind = 1_000_000;
}
