using Microsoft.Extensions.Localization;

namespace Weave.Matching;

/// <summary>Says why two members were put together, in the current language. Pages, mail and the bot use the same words.</summary>
public sealed class Reasons(IStringLocalizer<ReasonTexts> texts)
{
    /// <summary>One to three short sentences for <paramref name="reader"/>, who is one of the two, about the other one, called <paramref name="partner"/>.</summary>
    public string Say(MatchReason reason, Guid reader, string partner)
    {
        _ = (reason, reader, partner);
        return texts["None"];
    }
}
