using Xunit;

namespace Weave;

/// <summary>Expectations that tests of several features have.</summary>
internal static class Expect
{
    /// <summary>The command is refused for this reason, and when <paramref name="field"/> is given, at this field.</summary>
    public static async Task Refused(Refusal reason, Func<Task> command, string? field = null)
    {
        var refused = await Assert.ThrowsAsync<Refused>(command);
        Assert.Equal(reason, refused.Reason);
        if (field is not null)
            Assert.Equal(field, refused.Field);
    }
}
