using Xunit;

namespace Weave.Rooms;

/// <summary>The page on which organizers change all following rooms of a series.</summary>
public sealed class SeriesPageTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _address = RoomSetup.Address("anna");

    [Fact]
    public async Task The_whole_plan_of_all_following_rooms_is_changed()
    {
        var (anna, first, series) = await Open();

        await anna.Send("series", [.. Form("Evening"), ("Input.SpeakerTime", "60"), ("Input.FloorTime", "20"), ("Input.Aim", "EverybodyMeets"), ("Input.Icebreakers", "Why?\nHow?"),
            ("Input.VoiceUrl", "https://meet.example.org/club"), ("Every", "TwoWeeks")]);

        Assert.Equal($"/rooms/{first:N}", anna.Path);
        var after = await series.Get(null);
        Assert.Equal(("Evening", TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(20)), (after.Plan.Title, after.Plan.SpeakerTime, after.Plan.FloorTime));
        Assert.Equal((RoomAim.EverybodyMeets, "https://meet.example.org/club", RoomEvery.TwoWeeks), (after.Plan.Aim, after.Plan.VoiceUrl, after.Rhythm.Every));
        Assert.Equal(["Why?", "How?"], after.Plan.Icebreakers);
        Assert.Equal("Evening", (await weave.Grains.GetGrain<IRoomGrain>(first).Page(null)).Plan.Title);
        anna.Dispose();
    }

    [Fact]
    public async Task A_title_as_long_as_titles_may_be_is_taken_and_what_is_refused_stays_as_it_was_typed()
    {
        var (anna, _, series) = await Open();
        Assert.Contains("maxlength=\"120\"", anna.Html, StringComparison.Ordinal);

        await anna.Send("series", [.. Form(new string('a', 121)), ("Every", "Month")]);

        Assert.Contains("id=\"Title-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Month\" selected", anna.Html, StringComparison.Ordinal);
        await anna.Send("series", [.. Form(new string('a', 120)), ("Every", "Month")]);
        Assert.Equal((120, RoomEvery.Month), await series.Get(null) is var after ? (after.Plan.Title.Length, after.Rhythm.Every) : default);
        anna.Dispose();
    }

    private async Task<(Visitor Anna, Guid First, IRoomSeriesGrain Series)> Open()
    {
        var setup = await new RoomSetup(weave.Grains).Open(_address);
        var first = await setup.Community.OpenSeries(new RoomPlan { Title = "Club", StartsAt = new(2040, 3, 5, 9, 30, 0, TimeSpan.Zero) }, RoomEvery.Week, setup.Organizer);
        var series = (await weave.Grains.GetGrain<IRoomGrain>(first).Page(null)).Series!.Value;
        var anna = new Visitor(weave.Url);
        await anna.SignIn(_address, "anna", $"/rooms/{first:N}/series");
        return (anna, first, weave.Grains.GetGrain<IRoomSeriesGrain>(series));
    }

    private static (string Name, string Value)[] Form(string title) =>
    [
        ("Input.Title", title), ("Input.StartsAt", "2040-03-05T09:30"), ("Input.Capacity", "30"), ("Input.TableSize", "3"), ("Input.Rounds", "4"), ("Input.RoundLength", "8"),
    ];
}
