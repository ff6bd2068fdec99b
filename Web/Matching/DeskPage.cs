using Microsoft.AspNetCore.Components;
using Weave.Communities;
using Weave.Members;
using Weave.Shell;

namespace Weave.Matching;

/// <summary>A page about one round for the organizers of its community.</summary>
public abstract class DeskPage : FormPage
{
    [Parameter]
    public string Slug { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    [Inject]
    protected IGrainFactory Grains { get; set; } = default!;

    protected Community? Community { get; private set; }

    protected RoundDesk? Round { get; private set; }

    protected IRoundDeskGrain Desk => Grains.GetGrain<IRoundDeskGrain>(new MatchRoundId(Slug, Number).ToString());

    protected string Rounds => $"/c/{Slug}/organize/rounds";

    protected override async Task OnInitializedAsync()
    {
        Community = await Grains.GetGrain<ICommunityGrain>(Slug).Get(Viewer.Require());
        if (Community.Status != MembershipStatus.Organizer)
            throw new Refused(Refusal.NotAnOrganizer);
        Round = await Desk.Look(Viewer.Require());
    }

    /// <summary>What people say of themselves; who has gone is not among them.</summary>
    protected async Task<IReadOnlyDictionary<Guid, Profile>> Profiles(IEnumerable<Guid> members)
    {
        var found = await Task.WhenAll(members.Distinct().Select(Find));
        return found.OfType<MemberCard>().ToDictionary(card => card.Id, card => card.Profile);

        async Task<MemberCard?> Find(Guid member)
        {
            try
            {
                return await Grains.GetGrain<IMemberGrain>(member).Card();
            }
            catch (Refused refused) when (refused.Reason == Refusal.NotFound)
            {
                return null;
            }
        }
    }
}
