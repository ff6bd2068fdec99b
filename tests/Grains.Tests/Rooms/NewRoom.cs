using Weave.Communities;
using Weave.Matching;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A room of a community of its own, and people to come into it. The organizer is in it without a tab.</summary>
internal sealed class NewRoom(TestSilo silo)
{
    private readonly string _slug = NewCommunity.Slug();

    public static RoomPlan Plan { get; } = new() { Title = "Founders", StartsAt = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero), TableSize = 3 };

    public Guid Id { get; private set; }

    public Guid Organizer { get; private set; }

    public IRoomGrain Grain => silo.Grains.GetGrain<IRoomGrain>(Id);

    public ICommunityGrain Community => silo.Grains.GetGrain<ICommunityGrain>(_slug);

    public static async Task<NewRoom> In(TestSilo silo, RoomPlan? plan = null, Admission admission = Admission.Open)
    {
        var room = new NewRoom(silo);
        room.Organizer = await room.Person("Olga");
        await room.Community.Found(NewCommunity.Named("Founders") with { Admission = admission }, room.Organizer);
        room.Id = await room.Community.OpenRoom(plan ?? Plan, room.Organizer);
        await room.Grain.Join(room.Organizer, connection: null, host: null);
        return room;
    }

    /// <summary>Somebody with an account and nothing else.</summary>
    public async Task<Guid> Person(string name)
    {
        var id = Guid.CreateVersion7();
        await silo.Grains.GetGrain<IMemberGrain>(id).Create(new NewMember { Name = name, Email = $"{name.ToLowerInvariant()}@example.org" });
        return id;
    }

    /// <summary>A member of the community who is not in the room.</summary>
    public async Task<Guid> Member(string name = "Anna")
    {
        var id = await Person(name);
        await Community.Join(id);
        return id;
    }

    /// <summary>They want to hear nothing of the community for a month, as the link in a mail has it.</summary>
    public Task Pause(Guid member) => silo.Grains.GetGrain<IStandingGrain>(_slug).Pause(member, silo.Clock.GetUtcNow().AddDays(30));

    /// <summary>A member comes in with one tab.</summary>
    public async Task<Guid> Arrive(string name = "Anna")
    {
        var id = await Member(name);
        await Grain.Join(id, Tab(id), host: null);
        return id;
    }

    public async Task<Guid[]> Arrive(int count)
    {
        var members = new Guid[count];
        for (var i = 0; i < count; i++)
            members[i] = await Arrive($"Guest{i}");
        return members;
    }

    /// <summary>The room as the organizer sees it.</summary>
    public Task<RoomSnapshot> Look() => Grain.Snapshot(Organizer);

    public async Task<RoomSnapshot> Start()
    {
        await Grain.StartRound(Organizer, (await Look()).Step);
        return await Look();
    }

    public async Task<RoomSnapshot> End()
    {
        await Grain.EndRound(Organizer, (await Look()).Step);
        return await Look();
    }

    public static string Tab(Guid member) => $"tab-{member:N}";
}
