namespace Weave.Matching;

/// <summary>When something happens within a round.</summary>
internal static class RoundTimes
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(36);
    private static readonly TimeSpan Short = TimeSpan.FromHours(6);

    /// <summary>A day before the deadline, at the same hour; three hours before a deadline that is near; null for one so near that a reminder would only annoy.</summary>
    public static DateTimeOffset? Reminder(DateTimeOffset opened, DateTimeOffset deadline) => (deadline - opened) switch
    {
        var span when span >= Long => deadline.AddDays(-1),
        var span when span >= Short => deadline.AddHours(-3),
        _ => null,
    };
}
