namespace Weave.Rooms;

/// <summary>A sign given to the one on the stage. Append, never renumber.</summary>
public enum Reaction
{
    Clap = 0,
    Heart = 1,
    Laugh = 2,
    Idea = 3,
}
