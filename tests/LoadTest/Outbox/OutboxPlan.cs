namespace Weave.LoadTest.Outbox;

/// <summary>What is sent how fast, and what goes wrong meanwhile.</summary>
/// <param name="Messages">How many, in all.</param>
/// <param name="Chats">To how many chats.</param>
/// <param name="Rate">How many a second are allowed; the emulated Telegram enforces it.</param>
/// <param name="Faults">A hundredth each of 429, 502 and broken connections.</param>
/// <param name="Kill">SIGKILL when half of them are sent.</param>
internal sealed record OutboxPlan(int Messages, int Chats, int Rate, bool Faults, bool Kill)
{
    public int PerChat => (Messages + Chats - 1) / Chats;
}
