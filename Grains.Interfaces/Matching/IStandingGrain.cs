namespace Weave.Matching;

/// <summary>
/// How the members of one community take part in its match rounds (a table; any number of activations may serve it). Key: the community's slug. Everything is
/// refused with <see cref="Refusal.NotAMember"/> to those who are none.
/// </summary>
[Alias("standingGrain")]
public interface IStandingGrain : IGrainWithStringKey
{
    /// <summary>The longest pause.</summary>
    static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    [Alias("get")]
    Task<Standing> Get(Guid member);

    /// <summary>Asked each round, or counted in; who chooses to be counted in while a round asks them is in that one too.</summary>
    [Alias("choose")]
    Task Choose(Guid member, StandingChoice choice);

    /// <summary>Neither asked nor matched before <paramref name="until"/>; then all goes on by itself. Refuses a moment in the past or more than a year away.</summary>
    [Alias("pause")]
    Task Pause(Guid member, DateTimeOffset until);

    /// <summary>Ends a pause; harmless without one.</summary>
    [Alias("resume")]
    Task Resume(Guid member);

    /// <summary>What shall become of the member as the odd one; null leaves it to the community.</summary>
    [Alias("wish")]
    Task Wish(Guid member, OddOne? oddOne);

    /// <summary>Whether the member would meet the odd one; for organizers.</summary>
    [Alias("host")]
    Task Host(Guid member, bool hosts);
}
