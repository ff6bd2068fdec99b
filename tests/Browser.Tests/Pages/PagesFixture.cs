using Microsoft.Playwright;
using Weave.Agenda;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Xunit;

namespace Weave.Pages;

/// <summary>
/// A host on which Anna leads five communities: <c>founders</c>, where Omar waits; <c>pairs</c>, where the two have been matched and have met; <c>looking</c>, whose pairing waits for her; and
/// <c>asking</c> and <c>watched</c>, whose members are being asked.
/// </summary>
public sealed class PagesFixture(Chromium chromium) : IAsyncLifetime
{
    public WeaveApp Weave { get; } = new();

    public IBrowser Browser => chromium.Browser;

    public Guid Anna { get; private set; }

    /// <summary>Anna's cookies, for new browser contexts.</summary>
    public string Session { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Weave.InitializeAsync();
        await SignIn();
        var anna = Anna = await Member("anna@example.org");
        var omar = await Member("omar@example.org");
        await Found("founders", anna, Admission.ByApproval);
        await Found("others", await Member("lena@example.org"), Admission.Open);
        await Weave.Grains.GetGrain<ICommunityGrain>("founders").Join(omar);
        await Found("asking", anna, Admission.Open);
        await OpenRound("asking", anna);
        await Found("watched", anna, Admission.Open);
        await OpenRound("watched", anna);
        await Look("looking", anna, omar);
        await Meet("pairs", anna, omar);
    }

    public ValueTask DisposeAsync() => Weave.DisposeAsync();

    private async Task SignIn()
    {
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Weave.Url.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in?ReturnUrl=/me");
        await page.FillAsync("#address", "anna@example.org");
        await page.ClickAsync("main button");
        await page.ClickAsync("#sign-in-link");
        await page.ClickAsync("main button");
        await page.WaitForURLAsync("**/me");
        Session = await context.StorageStateAsync();
    }

    private Task<Guid> Member(string address) =>
        Weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).FindOrCreate(new NewMember { Name = "Omar Haddad", Email = address });

    private Task Found(string slug, Guid founder, Admission admission) => Weave.Grains.GetGrain<ICommunityGrain>(slug).Found(
        new() { Name = "Founders and CFOs", Purpose = "Help each other through the next round.", Area = "Finance", Admission = admission }, founder);

    private Task<MatchRoundId> OpenRound(string slug, Guid organizer) =>
        Weave.Grains.GetGrain<ICommunityGrain>(slug).OpenMatchRound(new(Weave.Clock.GetUtcNow().AddDays(1)), organizer);

    /// <summary>A community of two whose pairing waits for its organizer; one of them is away for a while afterwards.</summary>
    private async Task Look(string slug, Guid founder, Guid other)
    {
        await Found(slug, founder, Admission.Open);
        var community = Weave.Grains.GetGrain<ICommunityGrain>(slug);
        await community.Join(other);
        await community.Change((await community.Get(null)).Settings with { Schedule = new() { From = new DateOnly(2040, 3, 5) } }, founder);
        var id = await OpenRound(slug, founder);
        foreach (var member in new[] { founder, other })
            await Weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString()).Answer(member, RoundAnswer.In);
        await Weave.Grains.GetGrain<IRoundDeskGrain>(id.ToString()).Prepare(founder);
        await Weave.Grains.GetGrain<IStandingGrain>(slug).Pause(founder, Weave.Clock.GetUtcNow().AddDays(7));
    }

    /// <summary>A community of two, matched with each other; both say that they have met.</summary>
    private async Task Meet(string slug, Guid founder, Guid other)
    {
        await Found(slug, founder, Admission.Open);
        await Weave.Grains.GetGrain<ICommunityGrain>(slug).Join(other);
        var id = await OpenRound(slug, founder);
        var round = Weave.Grains.GetGrain<IMatchRoundGrain>(id.ToString());
        foreach (var member in new[] { founder, other })
            await round.Answer(member, RoundAnswer.In);
        await round.PairNow(founder);
        while ((await round.Get(founder)).Phase != MatchRoundPhase.Conversation)
        {
            Weave.Clock.Advance(TimeSpan.FromSeconds(1));
            // A call into the silo and back: what the clock set off gets its turn.
            await Weave.Grains.GetGrain<IAgendaGrain>(0).Remove(default, "");
        }

        foreach (var member in new[] { founder, other })
            await Weave.Grains.GetGrain<IMatchGrain>(new MatchId(id, 1).ToString()).Report(member, MatchOutcome.Met);
    }
}
