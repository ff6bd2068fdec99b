namespace Weave.Matching;

/// <summary>How much something counts when partners are found. Append, never renumber.</summary>
public enum Emphasis
{
    Normal = 0,
    None = 1,
    Little = 2,
    Much = 3,
}
