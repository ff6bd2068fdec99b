namespace Weave.Members;

/// <summary>What a member has decided about another in private; the other never learns of it. Append, never renumber.</summary>
public enum Stance
{
    None = 0,

    /// <summary>Would gladly meet them again.</summary>
    Again = 1,

    /// <summary>Would rather not be put together with them any more, in rounds and rooms.</summary>
    RatherNot = 2,

    /// <summary>Neither sees anything of the other any more, and they never meet.</summary>
    Blocked = 3,
}
