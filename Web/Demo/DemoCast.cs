using System.Collections.Immutable;
using Weave.Communities;
using Weave.Members;
using Weave.Rooms;

namespace Weave.Demo;

/// <summary>The people of the demo with their accounts, and the community they form.</summary>
internal sealed record DemoCast(Guid Organizer, ImmutableArray<(Guid Id, DemoPerson Person)> Members)
{
    public const string Slug = "founders-and-cfos";

    private static readonly CommunitySettings Settings = new()
    {
        Name = "Founders & CFOs",
        Purpose = "One good conversation every round between people who build companies and people who keep them solvent.",
        Area = "Entrepreneurship",
        TimeZone = "Europe/Berlin",
    };

    /// <summary>Makes accounts, community and a first room when they are not there yet; on a later start it finds them.</summary>
    public static async Task<DemoCast> Gather(IGrainFactory grains, DateTimeOffset now)
    {
        var organizer = await Account(grains, DemoPeople.Organizer);
        var community = grains.GetGrain<ICommunityGrain>(Slug);
        await community.Found(Settings, organizer);
        var members = ImmutableArray.CreateBuilder<(Guid, DemoPerson)>();
        foreach (var person in DemoPeople.All)
        {
            var id = await Account(grains, person);
            await community.Join(id);
            members.Add((id, person));
        }
        if ((await community.Rooms(organizer)).Count == 0)
            await community.OpenRoom(new RoomPlan { Title = "Open evening", StartsAt = now.AddMinutes(5), RoundLength = TimeSpan.FromMinutes(3) }, organizer);
        return new(organizer, members.ToImmutable());
    }

    private static async Task<Guid> Account(IGrainFactory grains, DemoPerson person)
    {
        var account = grains.GetGrain<IAccountGrain>(AccountKey.Email(person.Email));
        if (await account.Find() is { } known)
            return known;
        var id = await account.FindOrCreate(new NewMember { Name = person.Name });
        var member = grains.GetGrain<IMemberGrain>(id);
        await member.Change(person.Profile);
        foreach (var question in ProfileQuestions.Led)
            await member.Pass(question);
        return id;
    }
}
