using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Weave.Agenda;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>What happens by itself when its time has come, also after a restart. Each moves a clock of its own.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly TestSilo _silo = new();

    private TimeSpan Passed => _silo.Clock.GetUtcNow() - NewRoom.Plan.StartsAt;

    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_round_ends_by_itself_at_its_deadline_as_last_set()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Start();
        await room.Grain.ExtendRound(room.Organizer, 1, TimeSpan.FromMinutes(2));

        await _silo.Until(async () => (await room.Look()).Phase == RoomPhase.Break);

        Assert.InRange(Passed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.5));
        Assert.Equal((2, 1, (DateTimeOffset?)null), await room.Look() is var now ? (now.Step, now.Round, now.Deadline) : default);
        await _silo.Until(async () => (await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(anna, 10)).Count == 1);
        await Expect.Refused(Refusal.AlreadyDone, () => room.Grain.EndRound(room.Organizer, 1));
    }

    [Fact]
    public async Task A_room_wakes_up_long_after_its_deadline_while_time_goes_on()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(2);
        await room.Start();
        await _silo.Restart();
        _silo.Clock.Advance(TimeSpan.FromMinutes(20));

        // Time passes between two looks at the clock.
        _silo.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(2);

        Assert.Equal(1, (await room.Look()).Round);
    }

    [Fact]
    public async Task A_restart_in_mid_round_keeps_tables_and_deadline_and_the_round_ends_on_time()
    {
        var room = await NewRoom.In(_silo);
        await room.Arrive(6);
        var before = await room.Start();
        _silo.Clock.Advance(TimeSpan.FromMinutes(7));

        await _silo.Restart();

        var after = await room.Look();
        Assert.Equal(before.Tables, after.Tables);
        Assert.Equal((before.Deadline, before.Step, before.Round), (after.Deadline, after.Step, after.Round));
        Assert.False(string.Equals(before.Epoch, after.Epoch, StringComparison.Ordinal));
        await _silo.Until(async () => (await room.Look()).Phase == RoomPhase.Break);
        Assert.InRange(Passed, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(8.5));
    }

    [Fact]
    public async Task A_room_nobody_visits_after_a_crash_still_ends_its_round_and_records_who_met()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Start();

        await _silo.Restart();

        await _silo.Until(async () => (await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(anna, 10)).Count == 1);
        Assert.True(Passed >= TimeSpan.FromMinutes(8));
        Assert.Equal(RoomPhase.Break, (await room.Grain.Page(null)).Phase);
    }

    [Fact]
    public async Task Recording_again_counts_once()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Start();
        await room.End();

        await room.Grain.AsReference<IDueGrain>().OnDue("round:1");

        Assert.Equal(1, Assert.Single(await _silo.Grains.GetGrain<IAcquaintancesGrain>(0).Of(anna, 10)).Times);
    }

    [Fact]
    public async Task A_room_that_nobody_closes_is_closed_half_a_day_after_the_last_that_happened()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        _silo.Clock.Advance(TimeSpan.FromHours(6));
        await room.Grain.Join(room.Organizer, "tab", host: null);
        await room.Grain.Disconnected(anna, NewRoom.Tab(anna));

        _silo.Clock.Advance(TimeSpan.FromHours(11.9));
        await room.Grain.AsReference<IDueGrain>().OnDue("idle");
        Assert.Equal(RoomPhase.Lobby, (await room.Grain.Page(null)).Phase);

        _silo.Clock.Advance(TimeSpan.FromHours(0.2));
        await _silo.Until(async () => (await room.Grain.Page(null)).Phase == RoomPhase.Closed);
        Assert.Equal(RoomPhase.Closed, Assert.Single(await room.Community.Rooms(anna)).Phase);
    }

    [Fact]
    public async Task A_contact_that_an_older_version_has_not_brought_to_the_book_reaches_it()
    {
        var room = await NewRoom.In(_silo);
        var anna = await room.Arrive();
        await room.Grain.ShareContact(anna, 0, ContactFields.Email);
        await using var db = await _silo.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.ExecuteAsync("DELETE FROM Contact");
        await db.ExecuteAsync("UPDATE RoomContact SET Delivered = 0");
        await _silo.Grains.GetGrain<IAgendaGrain>(0).Put(room.Grain.GetGrainId(), "contacts", _silo.Clock.GetUtcNow().AddMinutes(1));

        await _silo.Restart();

        var book = _silo.Grains.GetGrain<Contacts.IContactBookGrain>(room.Organizer);
        await _silo.Until(async () => (await book.List(0, 10)).Total == 1);
    }
}
