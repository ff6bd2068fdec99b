using Microsoft.Extensions.Localization;

namespace Weave.Shell;

/// <summary>Says a refusal in the reader's language. The texts are named after the values of <see cref="Refusal"/>.</summary>
public sealed class Refusals(IStringLocalizer<RefusalTexts> texts)
{
    /// <summary>One plain sentence. A refusal of a certain field may have a text of its own, named <c>Reason.Field</c>.</summary>
    public string Say(Refused refused)
    {
        if (refused.Field is not null && texts[$"{refused.Reason}.{refused.Field}"] is { ResourceNotFound: false } own)
            return own;
        return texts[refused.Reason.ToString()];
    }
}
