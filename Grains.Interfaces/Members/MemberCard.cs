namespace Weave.Members;

/// <summary>A member as any other member may see them.</summary>
[GenerateSerializer, Immutable, Alias("memberCard")]
public sealed record MemberCard([property: Id(0)] Guid Id, [property: Id(1)] Profile Profile);
