namespace Weave.Members;

/// <summary>One member's stance towards another.</summary>
[GenerateSerializer, Immutable, Alias("stanceTowards")]
public sealed record StanceTowards(
    [property: Id(0)] Guid Member, [property: Id(1)] Guid Other, [property: Id(2)] Stance Stance, [property: Id(3)] DateTimeOffset Since)
{
    /// <summary>The two must not be put together, in a match or at a table.</summary>
    public bool KeepsApart => Stance is Stance.RatherNot or Stance.Blocked;
}
