using CsCheck;
using Weave.Agenda;
using Weave.Notifications;
using Xunit;

namespace Weave.Rooms;

/// <summary>Rooms that come again. Each test moves a clock of its own.</summary>
public sealed class SeriesTests : IAsyncLifetime
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly TestSilo _silo = new();

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task When_one_begins_the_next_is_opened_once_at_the_same_hour_though_clocks_have_changed_and_a_restart_came_between()
    {
        // The clocks go forward on 28 March 2027.
        var (room, first) = await Series(RoomEvery.Week, LocalTime.In(Berlin, new DateTime(2027, 3, 22, 18, 0, 0)));
        var anna = await room.Member("Anna");
        await _silo.Grains.GetGrain<IRoomGrain>(first).Register(anna);
        var id = (await _silo.Grains.GetGrain<IRoomGrain>(first).Page(null)).Series!.Value;
        Assert.True((await Get(id, anna)).Subscribed);

        await To(LocalTime.In(Berlin, new DateTime(2027, 3, 22, 18, 0, 0)));
        await _silo.Restart();

        await _silo.Until(async () => (await room.Community.Rooms(anna)).Count == 2);
        var next = await Page((await Get(id, anna)).Room);
        Assert.Equal(new DateTime(2027, 3, 29, 18, 0, 0), TimeZoneInfo.ConvertTime(next.Plan.StartsAt, Berlin).DateTime);
        Assert.Equal((TimeSpan.FromHours((7 * 24) - 1), "Club", id), (next.Plan.StartsAt - (await Page(first)).Plan.StartsAt, next.Plan.Title, next.Series!.Value));
        await Due(id, "next:2");
        await Due(id, "made");
        Assert.Equal(2, (await room.Community.Rooms(anna)).Count);

        // Who came before is asked, once.
        var asked = new List<OutboxMessage>();
        await _silo.Until(async () =>
        {
            asked.AddRange((await Sent()).Where(message => message.Notice is RoomAnnounced));
            return asked.Count > 0;
        });
        Assert.Equal((anna, new RoomAnnounced(next.Id)), asked.Select(message => (message.Member!.Value, (RoomAnnounced)message.Notice)).Single());
    }

    [Fact]
    public async Task After_a_long_sleep_one_room_is_opened_and_none_in_the_past()
    {
        var (room, first) = await Series(RoomEvery.Week, NewRoom.Plan.StartsAt.AddDays(1));
        await To(NewRoom.Plan.StartsAt.AddDays(30));
        await _silo.Restart();

        await _silo.Until(async () => (await room.Community.Rooms(room.Organizer)).Count == 2);

        var id = (await Page(first)).Series!.Value;
        // Clocks have gone forward meanwhile.
        Assert.Equal(NewRoom.Plan.StartsAt.AddDays(36).AddHours(-1), (await Page((await Get(id, null)).Room)).Plan.StartsAt);
    }

    [Fact]
    public async Task A_change_of_all_following_moves_the_one_that_is_planned_a_change_of_this_one_does_not_and_the_end_is_the_end()
    {
        var starts = NewRoom.Plan.StartsAt.AddDays(1);
        var (room, first) = await Series(RoomEvery.TwoWeeks, starts);
        var id = (await Page(first)).Series!.Value;
        var series = _silo.Grains.GetGrain<IRoomSeriesGrain>(id);
        var anna = await room.Member("Anna");
        await Expect.Refused(Refusal.NotAnOrganizer, () => series.Change(NewRoom.Plan, RoomEvery.Week, anna));
        await Expect.Refused(Refusal.NotAnOrganizer, () => series.End(anna));

        // This one only.
        await _silo.Grains.GetGrain<IRoomGrain>(first).Reschedule(room.Organizer, starts.AddHours(2));
        Assert.Equal(starts, (await Get(id, null)).Plan.StartsAt);

        // All following.
        await series.Change((await Get(id, null)).Plan with { Title = "Evening", StartsAt = starts.AddDays(1) }, RoomEvery.Month, room.Organizer);
        Assert.Equal(("Evening", starts.AddDays(1)), (await Page(first)).Plan is var plan ? (plan.Title, plan.StartsAt) : default);
        await To(starts.AddDays(1));
        await _silo.Until(async () => (await Get(id, null)).Room != first);
        var second = await Page((await Get(id, null)).Room);
        Assert.Equal(("Evening", new DateTime(2027, 4, 7)), (second.Plan.Title, TimeZoneInfo.ConvertTime(second.Plan.StartsAt, Berlin).Date));

        // This one is called off, and the series goes on; then it ends.
        await _silo.Grains.GetGrain<IRoomGrain>(second.Id).Cancel(room.Organizer);
        await To(second.Plan.StartsAt);
        await _silo.Until(async () => (await Get(id, null)).Room != second.Id);
        var third = (await Get(id, null)).Room;
        await series.End(room.Organizer);
        await To((await Page(third)).Plan.StartsAt.AddMinutes(5));
        await Due(id, "next:4");
        Assert.Equal((third, true), await Get(id, null) is var end ? (end.Room, end.Ended) : default);
    }

    [Fact]
    public void A_rhythm_keeps_its_weekday_and_hour_and_never_goes_back() =>
        Gen.Select(Gen.Enum<RoomEvery>(), Gen.Int[0, 2000], Gen.Int[0, 23], Gen.Int[0, 40_000]).Sample((every, day, hour, hours) =>
        {
            var first = new DateOnly(2025, 1, 1).AddDays(day);
            var rhythm = new RoomRhythm(every, first, new TimeOnly(hour, 30));
            var moment = Weekdays.In(Berlin, first, new TimeOnly(hour, 30)).AddHours(hours - 500);

            var next = rhythm.Next(moment, Berlin);
            var after = rhythm.Next(next, Berlin);

            Assert.True(next > moment);
            Assert.InRange((after - next).TotalDays, every == RoomEvery.Month ? 27.9 : 6.9, every == RoomEvery.Month ? 35.1 : 14.1);
            var local = TimeZoneInfo.ConvertTime(next, Berlin).DateTime;
            Assert.Equal(first.DayOfWeek, local.DayOfWeek);
            // Half past two does not exist on one night of the year.
            Assert.True(local.Hour == hour || hour == 2);
        }, threads: 1);

    private async Task<(NewRoom Room, Guid First)> Series(RoomEvery every, DateTimeOffset startsAt)
    {
        var room = await NewRoom.In(_silo);
        await room.Grain.Cancel(room.Organizer);
        var settings = (await room.Community.Get(null)).Settings;
        await room.Community.Change(settings with { TimeZone = Berlin.Id }, room.Organizer);
        return (room, await room.Community.OpenSeries(NewRoom.Plan with { Title = "Club", StartsAt = startsAt }, every, room.Organizer));
    }

    private Task<RoomSeries> Get(Guid series, Guid? viewer) => _silo.Grains.GetGrain<IRoomSeriesGrain>(series).Get(viewer);

    private Task<RoomPage> Page(Guid room) => _silo.Grains.GetGrain<IRoomGrain>(room).Page(null);

    private Task Due(Guid series, string what) => _silo.Grains.GetGrain<IRoomSeriesGrain>(series).AsReference<IDueGrain>().OnDue(what);

    private Task To(DateTimeOffset moment)
    {
        _silo.Clock.Advance(moment - _silo.Clock.GetUtcNow());
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<OutboxMessage>> Sent()
    {
        var outbox = _silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);
        var taken = await outbox.Take(100, TimeSpan.Zero, TestContext.Current.CancellationToken);
        await outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
        return taken;
    }
}
