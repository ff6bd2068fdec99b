using Weave.Members;

namespace Weave.Demo;

/// <summary>A simulated member: invented, and never part of an installation that was not started with <c>--demo</c>.</summary>
internal sealed record DemoPerson(string Name, string Headline, string Company, string City, string TimeZone, string Languages, string Interests, string LooksFor, string Offers)
{
    /// <summary>The address of the account; nobody receives mail there (RFC 2606).</summary>
    public string Email => $"{Name.ToLowerInvariant().Replace(' ', '.')}@demo.example";

    public ProfileChange Profile => new()
    {
        Headline = Headline,
        Company = Company,
        City = City,
        TimeZone = TimeZone,
        Languages = [.. Languages.Split(' ')],
        Interests = [.. Interests.Split(", ")],
        LooksFor = LooksFor,
        Offers = Offers,
    };
}
