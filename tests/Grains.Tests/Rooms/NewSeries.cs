using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>A weekly series of a community of its own, in Berlin's time, whose first room is a day ahead of the clock.</summary>
internal sealed class NewSeries(TestSilo silo, NewRoom owner, Guid first, Guid id)
{
    public static DateTimeOffset StartsAt { get; } = NewRoom.Plan.StartsAt.AddDays(1);

    /// <summary>The community's organizer and people; its own room was called off.</summary>
    public NewRoom Owner => owner;

    public IRoomSeriesGrain Grain => silo.Grains.GetGrain<IRoomSeriesGrain>(id);

    public IRoomGrain First => silo.Grains.GetGrain<IRoomGrain>(first);

    public static async Task<NewSeries> In(TestSilo silo, RoomPlan? plan = null)
    {
        var owner = await NewRoom.In(silo);
        await owner.Grain.Cancel(owner.Organizer);
        var settings = (await owner.Community.Get(null)).Settings;
        await owner.Community.Change(settings with { TimeZone = "Europe/Berlin" }, owner.Organizer);
        var first = await owner.Community.OpenSeries((plan ?? NewRoom.Plan) with { Title = "Club", StartsAt = StartsAt }, RoomEvery.Week, owner.Organizer);
        return new(silo, owner, first, (await silo.Grains.GetGrain<IRoomGrain>(first).Page(null)).Series!.Value);
    }

    /// <summary>The first begins; returns the one that is opened then.</summary>
    public async Task<IRoomGrain> Next()
    {
        silo.Clock.Advance(StartsAt - silo.Clock.GetUtcNow());
        await silo.Until(async () => (await Grain.Get(null)).Room != first);
        var next = silo.Grains.GetGrain<IRoomGrain>((await Grain.Get(null)).Room);
        await silo.Until(async () => (await owner.Community.Rooms(owner.Organizer)).Any(room => room.Id == next.GetPrimaryKey()));
        return next;
    }

    /// <summary>Notices of a kind that have been sent since this was asked last, once there is one, and no more for a while.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> Told<T>()
        where T : Notice
    {
        var outbox = silo.Grains.GetGrain<IOutboxGrain>(OutboxChannel.Email);
        var told = new List<OutboxMessage>();
        var quiet = 0;
        await silo.Until(async () =>
        {
            var taken = await outbox.Take(100, TimeSpan.Zero, CancellationToken.None);
            await outbox.Report([.. taken.Select(message => new Delivery(message.Number, DeliveryResult.Sent))]);
            told.AddRange(taken.Where(message => message.Notice is T));
            return told.Count > 0 && ++quiet > 5;
        });
        return told;
    }
}
