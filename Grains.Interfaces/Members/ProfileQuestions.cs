using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>The questionnaire.</summary>
public static class ProfileQuestions
{
    /// <summary>What a new member is led through, in order.</summary>
    public static ImmutableArray<ProfileQuestion> Led { get; } = [.. Enum.GetValues<ProfileQuestion>().Where(question => question != ProfileQuestion.Targets)];
}
