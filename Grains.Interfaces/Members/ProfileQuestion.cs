namespace Weave.Members;

/// <summary>The questions a new member is led through, in this order, on the web and in the bot alike. Append, never renumber.</summary>
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
}
