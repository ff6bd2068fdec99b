namespace Weave.Members;

/// <summary>What a one-time link is for. Append, never renumber.</summary>
public enum OneTimePurpose
{
    SignInByEmail = 0,
    SignInFromTelegram = 1,
    LinkTelegram = 2,
    AddEmail = 3,

    /// <summary>A browser waits to be let in by the bot.</summary>
    SignInBrowser = 4,
}
