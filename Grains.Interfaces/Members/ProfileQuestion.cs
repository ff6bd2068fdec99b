namespace Weave.Members;

/// <summary>What a member is asked about themselves, on the web and in the bot alike: most of it in this order when they are new. Append, never renumber.</summary>
public enum ProfileQuestion
{
    Headline = 0,
    Interests = 1,
    LooksFor = 2,
    Offers = 3,
    Meets = 4,
    City = 5,
    Languages = 6,
    Picture = 7,

    /// <summary>Nobody is led through it: who has somebody in mind finds it among the answers to change.</summary>
    Targets = 8,
}
