using System.Collections.Immutable;

namespace Weave.Matching;

/// <summary>Who of a match owes the others an answer, and since when.</summary>
[GenerateSerializer, Immutable, Alias("matchSilence")]
internal sealed record Silence
{
    /// <summary>For so long nobody is bothered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>Since when somebody else has been waiting for them.</summary>
    [Id(0)] public ImmutableDictionary<Guid, DateTimeOffset> Owing { get; init; } = ImmutableDictionary<Guid, DateTimeOffset>.Empty;

    /// <summary>Who has done anything at all.</summary>
    [Id(1)] public ImmutableHashSet<Guid> Active { get; init; } = [];

    /// <summary>Who has been reminded; nobody is twice.</summary>
    [Id(2)] public ImmutableHashSet<Guid> Nudged { get; init; } = [];

    /// <summary>The member has answered, and waits for those who are not waited for already.</summary>
    public Silence After(Guid member, IReadOnlyList<Guid> present, DateTimeOffset now) => this with
    {
        Active = Active.Add(member),
        Owing = Owing.Remove(member).AddRange(present.Where(other => other != member && !Owing.ContainsKey(other)).Select(other => KeyValuePair.Create(other, now))),
    };

    /// <summary>All is agreed or done: nobody owes an answer.</summary>
    public Silence Broken(Guid member) => this with { Active = Active.Add(member), Owing = Owing.Clear() };

    /// <summary>The member has let the others wait for days, or has never been heard of since the match was made.</summary>
    public bool IsSilent(Guid member, DateTimeOffset made, DateTimeOffset now) =>
        Owing.TryGetValue(member, out var since) ? since + Patience <= now : !Active.Contains(member) && made + Patience <= now;
}
