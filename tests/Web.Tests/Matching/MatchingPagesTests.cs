using System.Net;
using Weave.Agenda;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Matching;

/// <summary>A host of its own: partners are told as the clock moves.</summary>
public sealed class MatchingPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    private readonly string _slug = $"c-{Guid.CreateVersion7():N}";

    private Guid _founder;

    private ICommunityGrain Community => weave.Grains.GetGrain<ICommunityGrain>(_slug);
    private string Rounds => $"/c/{_slug}/organize/rounds";

    [Fact]
    public async Task A_round_goes_from_the_question_to_a_meeting()
    {
        using var anna = await Founder("Anna");
        using var omar = await Member("Omar");

        await anna.Open(Rounds);
        Assert.Contains("There were no rounds yet.", anna.Text, StringComparison.Ordinal);
        await anna.Send("open", ("Date", "2040-03-06"), ("Clock", "10:00"));
        Assert.Contains("Members are being asked", anna.Text, StringComparison.Ordinal);

        await omar.Open($"/rounds/{_slug}/1");
        Assert.Contains("Taking part this time?", omar.Text, StringComparison.Ordinal);
        await omar.Send("answer", ("Answer", "In"));
        Assert.Contains("You are in.", omar.Text, StringComparison.Ordinal);
        await omar.Send("answer", ("Answer", "Out"));
        Assert.Contains("You sit this one out.", omar.Text, StringComparison.Ordinal);
        await omar.Send("answer", ("Answer", "In"));
        await anna.Open($"/rounds/{_slug}/1");
        await anna.Send("answer", ("Answer", "In"));

        await anna.Open(Rounds);
        await anna.Send("pair");
        await Until(async () => (await weave.Grains.GetGrain<IMatchRoundGrain>($"{_slug}/1").Get(_founder)).Phase == MatchRoundPhase.Conversation);

        await omar.Open($"/rounds/{_slug}/1");
        Assert.Contains("Your partner is found.", omar.Text, StringComparison.Ordinal);
        await omar.Open($"/matches/{_slug}/1/1");
        Assert.Contains("Anna", omar.Text, StringComparison.Ordinal);
        Assert.Contains("You have not met before.", omar.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:", omar.Html, StringComparison.Ordinal);
        await omar.Send("report", ("Outcome", "Met"));
        Assert.Contains("You said that you met.", omar.Text, StringComparison.Ordinal);

        await anna.Open("/matches");
        Assert.Contains("Omar says: we met.", anna.Text, StringComparison.Ordinal);
        Assert.Contains($"action=\"/matches/{_slug}/1/1\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_in_the_past_or_too_far_away_is_refused_at_its_field()
    {
        using var anna = await Founder("Anna");
        await anna.Open(Rounds);

        await anna.Send("open", ("Date", "2040-03-01"), ("Clock", "10:00"));
        Assert.Contains("id=\"Deadline-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("already passed", anna.Text, StringComparison.Ordinal);
        await anna.Send("open", ("Date", "2041-03-01"), ("Clock", "10:00"));
        Assert.Contains("id=\"Deadline-error\"", anna.Html, StringComparison.Ordinal);
        await anna.Send("open", ("Date", "soon"), ("Clock", "10:00"));
        Assert.Contains("id=\"Deadline-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Equal(0, (await Community.Get(null)).LatestRound);
    }

    [Fact]
    public async Task The_deadline_is_read_in_the_zone_of_the_community()
    {
        using var anna = await Founder("Anna");
        await anna.Open(Rounds);
        await anna.Send("open", ("Date", "2040-03-06"), ("Clock", "10:00"));

        var round = await weave.Grains.GetGrain<IMatchRoundGrain>($"{_slug}/1").Get(_founder);
        Assert.Equal(new DateTimeOffset(2040, 3, 6, 9, 0, 0, TimeSpan.Zero), round.Deadline);
    }

    [Fact]
    public async Task Strangers_see_neither_rounds_nor_matches_and_members_do_not_organize()
    {
        using var anna = await Founder("Anna");
        using var omar = await Member("Omar");
        await anna.Open(Rounds);
        await anna.Send("open", ("Date", "2040-03-06"), ("Clock", "10:00"));
        using var nobody = new Visitor(weave.Url);
        await nobody.Open($"/rounds/{_slug}/1");
        Assert.StartsWith("/sign-in", nobody.Path, StringComparison.Ordinal);
        var (eve, _) = await SignIn("Eve");
        using var _2 = eve;

        Assert.Equal(HttpStatusCode.Forbidden, (await eve.Open($"/rounds/{_slug}/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.Open($"/matches/{_slug}/1/1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await omar.Open(Rounds)).Status);
    }

    [Fact]
    public async Task Russian_speakers_read_Russian()
    {
        using var anna = await Founder("Анна");
        anna.Cookies.Add(weave.Url, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));

        await anna.Open("/matches");
        Assert.Contains("Знакомств пока нет.", anna.Text, StringComparison.Ordinal);
        await anna.Open(Rounds);
        Assert.Contains("Открыть раунд", anna.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> Founder(string name)
    {
        var (visitor, id) = await SignIn(name);
        await Community.Found(new CommunitySettings { Name = "Founders", TimeZone = "Europe/Berlin" }, _founder = id);
        return visitor;
    }

    private async Task<Visitor> Member(string name)
    {
        var (visitor, id) = await SignIn(name);
        await Community.Join(id);
        return visitor;
    }

    private async Task<(Visitor Visitor, Guid Id)> SignIn(string name)
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        var visitor = await new Visitor(weave.Url).SignIn(address, name, "/matches");
        return (visitor, (await weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address)).Find())!.Value);
    }

    /// <summary>Lets seconds pass until the agenda has done what was put on it.</summary>
    private async Task Until(Func<Task<bool>> so)
    {
        for (var second = 0; !await so(); second++)
        {
            Assert.True(second < 600, "It did not happen within ten minutes.");
            weave.Clock.Advance(TimeSpan.FromSeconds(1));
            // A call into the silo and back: what the clock set off gets its turn.
            await weave.Grains.GetGrain<IAgendaGrain>(0).Remove(default, "");
        }
    }
}
