namespace Weave;

/// <summary>
/// Thrown by a grain that does not carry out a command. Nothing was changed. The edges (pages, hub, bot) catch it in one place and
/// show the reason in the reader's language, next to <see cref="Field"/> when there is one.
/// </summary>
[GenerateSerializer, Alias("refused")]
public sealed class Refused : Exception
{
    public Refused(Refusal reason, string? field = null)
        : base(field is null ? reason.ToString() : $"{reason}: {field}")
    {
        Reason = reason;
        Field = field;
    }

    /// <summary>Why.</summary>
    [Id(0)]
    public Refusal Reason { get; private set; }

    /// <summary>The name of the offending input, as the record that carries it spells it; null when it is none in particular.</summary>
    [Id(1)]
    public string? Field { get; private set; }
}
