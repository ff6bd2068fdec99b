namespace Weave.Members;

/// <summary>How long and how many, for forms, the bot and the checks of the member grain. Lengths in UTF-16 characters, as browsers count them.</summary>
public static class ProfileLimits
{
    public const int Name = 80;
    public const int Headline = 120;
    public const int Company = 80;
    public const int City = 80;
    public const int About = 2000;
    public const int LooksFor = 500;
    public const int Offers = 500;
    public const int Interests = 20;
    public const int Interest = 40;
    public const int Targets = 10;
    public const int Languages = 8;
    public const int Links = 5;
    public const int Link = 300;
    public const int Email = 254;
    public const int Phone = 32;

    /// <summary>Bytes of the stored JPEG.</summary>
    public const int Picture = 200_000;
}
