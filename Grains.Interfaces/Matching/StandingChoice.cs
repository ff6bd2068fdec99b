namespace Weave.Matching;

/// <summary>What a member has said about all match rounds of a community to come. Append, never renumber.</summary>
public enum StandingChoice
{
    /// <summary>They are asked each round.</summary>
    Ask = 0,

    /// <summary>They are in until they say no; each round they are told in time to skip it.</summary>
    In = 1,
}
