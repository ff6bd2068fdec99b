using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Weave.Matching;
using Weave.Members;
using Xunit;

namespace Weave.Communities;

/// <summary>What was stored before there was more to say.</summary>
public sealed class OlderSettingsTests(TestSilo silo)
{
    [Fact]
    public void Settings_stored_before_there_were_rules_of_matching_load_with_those_of_today_as_they_are_by_default()
    {
        var settings = Read<OlderSettings, CommunitySettings>(new() { Name = "Founders" });

        Assert.Equal("Founders", settings.Name);
        Assert.Equal(MatchingRules.Default, settings.Matching);
        Assert.Equal([OddOne.Trio], settings.OddOne);
        Assert.Equal(2, settings.GroupSize);
        Assert.Null(settings.Schedule);
        Assert.Equal("", settings.CallLink);
    }

    [Fact]
    public void A_profile_stored_before_there_were_targets_loads_without_any() =>
        Assert.Equal([], Read<OlderSettings, Profile>(new() { Name = "Alex" }).Targets);

    private TNow Read<TOlder, TNow>(TOlder older)
    {
        var bytes = silo.Services.GetRequiredService<Serializer<TOlder>>().SerializeToArray(older);
        return silo.Services.GetRequiredService<Serializer<TNow>>().Deserialize(bytes)!;
    }
}

[GenerateSerializer, Immutable, Alias("olderSettings")]
internal sealed record OlderSettings
{
    [Id(0)] public required string Name { get; init; }
}
