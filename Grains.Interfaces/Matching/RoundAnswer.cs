namespace Weave.Matching;

/// <summary>What a member said to "in this round?".</summary>
public enum RoundAnswer
{
    None = 0,
    In = 1,
    Out = 2,
}
