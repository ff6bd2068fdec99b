namespace Weave.Matching;

/// <summary>What all partners have agreed on.</summary>
/// <param name="Place">In person: where. Online: one partner's own link for the call, or nothing.</param>
/// <param name="At">When it begins, in UTC.</param>
[GenerateSerializer, Immutable, Alias("meeting")]
public sealed record Meeting([property: Id(0)] MeetingMode Mode, [property: Id(1)] string Place, [property: Id(2)] DateTimeOffset At)
{
    /// <summary>How long a calendar keeps free for it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(45);
}
