using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

/// <summary>What a change of a series does to the room that is planned. Each test moves a clock of its own.</summary>
public sealed class SeriesChangeTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_room_that_was_moved_stays_where_it_is_while_the_series_keeps_its_time()
    {
        var series = await NewSeries.In(_silo);
        var anna = await series.Owner.Member("Anna");
        await series.First.Register(anna);
        var moved = NewSeries.StartsAt.AddDays(2);
        await series.First.Reschedule(series.Owner.Organizer, moved);
        Assert.Single(await series.Told<RoomMoved>());

        await Change(series, plan => plan with { Title = "Evening" });

        Assert.Equal(("Evening", moved, 1), await series.First.Page(anna) is var page ? (page.Plan.Title, page.Plan.StartsAt, page.Sequence) : default);
        Assert.Equal(NewSeries.StartsAt, (await series.Grain.Get(null)).Plan.StartsAt);

        await Change(series, plan => plan with { StartsAt = NewSeries.StartsAt.AddHours(1) });

        Assert.Equal((NewSeries.StartsAt.AddHours(1), 2), await series.First.Page(anna) is var again ? (again.Plan.StartsAt, again.Sequence) : default);
    }

    [Fact]
    public async Task What_was_planned_for_one_room_alone_stays_unless_the_series_changes_just_that()
    {
        var series = await NewSeries.In(_silo);
        var own = (await series.First.Page(null)).Plan with { SpeakerTime = TimeSpan.FromSeconds(60), Icebreakers = ["Why?"], VoiceUrl = "https://meet.example.org/club", Rounds = 2 };
        await series.First.Replan(own, series.Owner.Organizer);

        await Change(series, plan => plan with { Title = "Evening", Rounds = 6 });

        var plan = (await series.First.Page(null)).Plan;
        Assert.Equal(("Evening", own.SpeakerTime, own.VoiceUrl, 6), (plan.Title, plan.SpeakerTime, plan.VoiceUrl, plan.Rounds));
        Assert.Equal(own.Icebreakers, plan.Icebreakers);
        var next = await (await series.Next()).Page(null);
        Assert.Equal(("Evening", null, 6), (next.Plan.Title, next.Plan.SpeakerTime, next.Plan.Rounds));
    }

    [Fact]
    public async Task When_the_room_refuses_the_change_the_series_does_not_have_it_either()
    {
        var series = await NewSeries.In(_silo);
        foreach (var name in new[] { "Anna", "Bert", "Clea" })
            await series.First.Register(await series.Owner.Member(name));

        await Expect.Refused(Refusal.Taken, () => Change(series, plan => plan with { Title = "Evening", Capacity = 2 }), "Capacity");

        Assert.Equal(("Club", NewRoom.Plan.Capacity), await series.Grain.Get(null) is var kept ? (kept.Plan.Title, kept.Plan.Capacity) : default);
        await Change(series, plan => plan with { Capacity = 3 });
        Assert.Equal(3, (await series.First.Page(null)).Plan.Capacity);
    }

    [Fact]
    public void Every_field_of_a_plan_is_carried_over_when_it_was_changed_and_only_then()
    {
        var (own, before, after) = (Plan(1), Plan(2), Plan(3));

        // A field that is added to plans is to be told apart here too.
        Assert.All(typeof(RoomPlan).GetProperties().Where(property => property.CanWrite), property => Assert.NotEqual(property.GetValue(before), property.GetValue(after)));
        Assert.Equal(after, own.With(before, after));
        Assert.Equal(own, own.With(before, before with { Icebreakers = [.. before.Icebreakers] }));
    }

    private static RoomPlan Plan(int n) => new()
    {
        Title = $"Title {n}",
        StartsAt = NewSeries.StartsAt.AddDays(n),
        Capacity = 10 + n,
        TableSize = 2 + n,
        Rounds = n,
        RoundLength = TimeSpan.FromMinutes(n),
        VoiceUrl = $"https://meet.example.org/{n}",
        Aim = (RoomAim)(n % Enum.GetValues<RoomAim>().Length),
        SpeakerTime = TimeSpan.FromSeconds(30 + n),
        FloorTime = TimeSpan.FromMinutes(5 + n),
        Icebreakers = [$"Question {n}"],
    };

    private static async Task Change(NewSeries series, Func<RoomPlan, RoomPlan> change)
    {
        var current = await series.Grain.Get(null);
        await series.Grain.Change(change(current.Plan), current.Rhythm.Every, series.Owner.Organizer);
    }
}
