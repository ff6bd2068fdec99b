namespace Weave.Communities;

/// <summary>The button that was pressed: each is named for what it does and carries the member's id.</summary>
public sealed class RosterForm
{
    public string? Accept { get; set; }
    public string? Decline { get; set; }
    public string? Appoint { get; set; }
    public string? StepDown { get; set; }

    /// <summary>What to do, and about whom; null when the form says neither.</summary>
    internal (RosterCommand What, Guid Member)? Read() =>
        Of(RosterCommand.Accept, Accept) ?? Of(RosterCommand.Decline, Decline) ?? Of(RosterCommand.Appoint, Appoint) ?? Of(RosterCommand.StepDown, StepDown);

    private static (RosterCommand What, Guid Member)? Of(RosterCommand what, string? member) =>
        Guid.TryParseExact(member, "N", out var id) ? (what, id) : null;
}
