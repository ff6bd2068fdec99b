using Weave.Communities;
using Weave.Members;
using Weave.Rooms;

namespace Weave;

/// <summary>Members, a community and a room that no other test has.</summary>
internal sealed class RoomSetup(IGrainFactory grains)
{
    private readonly string _slug = $"c-{Guid.CreateVersion7():N}";

    public Guid Organizer { get; private set; }

    public Guid Room { get; private set; }

    public string Path => $"/rooms/{Room:N}";

    public ICommunityGrain Community => grains.GetGrain<ICommunityGrain>(_slug);

    public static string Address(string name) => $"{name}.{Guid.CreateVersion7():N}@example.org";

    /// <summary>A community led by whoever has the address, with a room open in it.</summary>
    public async Task<RoomSetup> Open(string organizerAddress, RoomPlan? plan = null, Admission admission = Admission.Open)
    {
        Organizer = await Member(organizerAddress);
        await Community.Found(new CommunitySettings { Name = "Founders & CFOs", Purpose = "To meet.", Admission = admission }, Organizer);
        Room = await Community.OpenRoom(plan ?? new RoomPlan { Title = "Founders meet CFOs", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 }, Organizer);
        return this;
    }

    public async Task<Guid> Member(string address) =>
        await grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).Find()
        ?? await grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).FindOrCreate(new NewMember { Name = address.Split('.')[0], Email = address });

    public async Task<Guid> Joined(string address)
    {
        var member = await Member(address);
        await Community.Join(member);
        return member;
    }
}
