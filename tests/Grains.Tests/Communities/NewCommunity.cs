namespace Weave.Communities;

/// <summary>Communities that no other test has.</summary>
internal static class NewCommunity
{
    public static string Slug() => $"c-{Guid.CreateVersion7():N}";

    public static CommunitySettings Named(string name) => new() { Name = name, Purpose = "To meet.", TimeZone = "Europe/Berlin" };
}
