namespace Weave.Telegram;

/// <summary>HTML of ours among the arguments of a text: it is not escaped again.</summary>
internal readonly record struct Markup(string Html)
{
    public override string ToString() => Html;
}
