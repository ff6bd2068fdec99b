using System.Globalization;
using System.Net;
using Weave.Agenda;
using Weave.Communities;
using Weave.Members;
using Xunit;

namespace Weave.Matching;

/// <summary>A conversation as two people see it who use pages only. A host of its own: things happen as the clock moves.</summary>
public sealed class MeetingPagesTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2040, 3, 7, 12, 0, 0, TimeSpan.Zero);
    private readonly WeaveApp _weave = new();
    private readonly string _slug = $"c-{Guid.CreateVersion7():N}";
    private Visitor _anna = null!;
    private Visitor _omar = null!;
    private Guid _annaId;
    private Guid _omarId;

    private ICommunityGrain Community => _weave.Grains.GetGrain<ICommunityGrain>(_slug);
    private IMatchRoundGrain Round => _weave.Grains.GetGrain<IMatchRoundGrain>($"{_slug}/1");
    private string Page => $"/matches/{_slug}/1/1";

    public async ValueTask InitializeAsync()
    {
        await _weave.InitializeAsync();
        (_anna, _annaId) = await _weave.SignedIn("Anna");
        (_omar, _omarId) = await _weave.SignedIn("Omar");
        await _weave.Grains.GetGrain<IMemberGrain>(_annaId).Change(new ProfileChange { TimeZone = "Europe/Berlin", City = "Berlin" });
        await _weave.Grains.GetGrain<IMemberGrain>(_omarId).Change(new ProfileChange { TimeZone = "America/New_York" });
        await Community.Found(new CommunitySettings { Name = "Founders", CallLink = "https://meet.example.org/" }, _annaId);
        await Community.Join(_omarId);
        await Community.OpenMatchRound(new(_weave.Clock.GetUtcNow().AddDays(1)), _annaId);
        await Round.Answer(_annaId, RoundAnswer.In);
        await Round.Answer(_omarId, RoundAnswer.In);
        await Round.PairNow(_annaId);
        await Until(async () => (await Round.Get(_annaId)).Phase == MatchRoundPhase.Conversation);
    }

    public async ValueTask DisposeAsync()
    {
        _anna.Dispose();
        _omar.Dispose();
        await _weave.DisposeAsync();
    }

    [Fact]
    public async Task A_proposal_is_agreed_to_moved_and_called_off_and_the_calendar_follows()
    {
        await _anna.Open(Page);
        await _anna.Send("propose", ("Mode", "Online"), ("Times", Minutes(Noon)), ("Other", "2040-03-08T09:30"));
        Assert.Contains("You propose: online, Wed 1:00 PM or Thu 9:30 AM.", Spaced(_anna.Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _anna.Open($"{Page}/meeting.ics")).Status);

        // In each one's own zone.
        await _omar.Open(Page);
        Assert.Contains("Anna proposes: online, Wed 7:00 AM or Thu 3:30 AM.", Spaced(_omar.Text), StringComparison.Ordinal);
        await _omar.Send("agree", ("Pick", $"1|{Minutes(Noon)}"));
        Assert.Contains("You meet: Wed 7:00 AM, online.", Spaced(_omar.Text), StringComparison.Ordinal);
        Assert.Contains("href=\"https://meet.example.org/weave-", _omar.Html, StringComparison.Ordinal);
        var (_, entry) = CalendarReading.Read((await _omar.Open($"{Page}/meeting.ics")).Html);
        Assert.Equal((Noon, 1), (entry.Start(), entry.Sequence));
        Assert.StartsWith("https://meet.example.org/weave-", entry.Location, StringComparison.Ordinal);

        await _omar.Open(Page);
        await _omar.Send("propose", ("Mode", "InPerson"), ("Place", "Café Mitte"), ("Times", Minutes(Noon.AddDays(1))));
        await _anna.Open(Page);
        Assert.Contains("You meet: Wed 1:00 PM, online.", Spaced(_anna.Text), StringComparison.Ordinal);
        Assert.Contains("Omar proposes: in person: Café Mitte, Thu 1:00 PM.", Spaced(_anna.Text), StringComparison.Ordinal);
        await _anna.Send("agree", ("Pick", $"3|{Minutes(Noon.AddDays(1))}"));
        var (_, moved) = CalendarReading.Read((await _anna.Open($"{Page}/meeting.ics")).Html);
        Assert.Equal((Noon.AddDays(1), 2, "Café Mitte", entry.Uid), (moved.Start(), moved.Sequence, moved.Location, moved.Uid));

        await _anna.Open(Page);
        await _anna.Send("off");
        Assert.Contains("Called off.", _anna.Html, StringComparison.Ordinal);
        var (method, cancelled) = CalendarReading.Read((await _omar.Open($"{Page}/meeting.ics")).Html);
        Assert.Equal(("CANCEL", 3, entry.Uid), (method, cancelled.Sequence, cancelled.Uid));
    }

    [Fact]
    public async Task An_offer_that_was_changed_meanwhile_cannot_be_agreed_to_and_bad_input_is_shown_at_its_field()
    {
        await _anna.Open(Page);
        await _anna.Send("propose", ("Mode", "Online"), ("Times", Minutes(Noon)));
        await _omar.Open(Page);
        await _anna.Send("propose", ("Mode", "InPerson"), ("Place", "Berlin"), ("Times", Minutes(Noon)));
        await _omar.Send("agree", ("Pick", $"1|{Minutes(Noon)}"));
        Assert.Contains("The proposal has changed meanwhile.", _omar.Text, StringComparison.Ordinal);
        Assert.Null((await Match(_omarId)).Arrangement.Agreed);

        await _omar.Send("propose", ("Mode", "Online"), ("Times", Minutes(Noon.AddDays(-9))));
        Assert.Contains("id=\"Times-error\"", _omar.Html, StringComparison.Ordinal);
        await _omar.Send("propose", ("Mode", "Online"), ("Link", "javascript:alert(1)"), ("Times", Minutes(Noon)));
        Assert.Contains("id=\"Place-error\"", _omar.Html, StringComparison.Ordinal);
        await _omar.Send("agree", ("Pick", "nonsense"));
        Assert.Contains("role=\"alert\"", _omar.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_it_was_stays_with_who_says_it_and_organizers_see_numbers()
    {
        await _omar.Open(Page);
        await _omar.Send("report", ("Outcome", "Met"));
        await _omar.Send("rate", ("Useful", "4"), ("Note", "Ask about the bank <again>"));
        Assert.Contains("Ask about the bank <again>", _omar.Text, StringComparison.Ordinal);
        await Until(async () => (await Round.Get(_annaId)) is { Met: 1, Rated: 1 });

        await _anna.Open(Page);
        Assert.DoesNotContain("the bank", _anna.Html, StringComparison.Ordinal);
        await _anna.Open($"/c/{_slug}/organize/rounds");
        Assert.DoesNotContain("the bank", _anna.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Usefulness", _anna.Html, StringComparison.Ordinal);
        Assert.Contains("Rated it", _anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_blocked_sees_nothing_of_the_other_any_more_and_a_block_is_taken_back_in_the_settings()
    {
        var version = await _weave.Grains.GetGrain<IPictureGrain>(_omarId).Set([0xFF, 0xD8, 0xFF, 0xD9]);
        await _weave.Grains.GetGrain<IMemberGrain>(_omarId).SetPicture(version);
        await _omar.Open(Page);
        await _omar.Send("report", ("Outcome", "Met"));
        await Until(async () => (await _weave.Grains.GetGrain<Contacts.IContactBookGrain>(_annaId).List(0, 10)).Total == 1);
        var picture = $"/pictures/{_omarId:N}/{version}";
        Assert.Equal(HttpStatusCode.OK, (await _anna.Open(picture)).Status);

        await _omar.Open(Page);
        await _omar.Send("judge", ("Judge", $"{_annaId:N}|Blocked"));
        Assert.DoesNotContain("Anna", _omar.Text, StringComparison.Ordinal);

        await _anna.Open(Page);
        Assert.Contains("This match has ended.", _anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar", _anna.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _anna.Open(picture)).Status);
        await _anna.Open("/contacts");
        Assert.DoesNotContain("Omar", _anna.Text, StringComparison.Ordinal);

        await _omar.Open("/me/settings");
        Assert.Contains("Anna", _omar.Text, StringComparison.Ordinal);
        await _omar.Send("stance", ("Back", _annaId.ToString("N")));
        Assert.DoesNotContain("Kept apart", _omar.Text, StringComparison.Ordinal);
        Assert.False(await _weave.Grains.GetGrain<IStancesGrain>(0).Blocked(_annaId, _omarId));
    }

    [Fact]
    public async Task After_three_silent_days_somebody_else_can_be_asked_for()
    {
        await _anna.Open(Page);
        Assert.DoesNotContain("Find me somebody else", _anna.Text, StringComparison.Ordinal);
        _weave.Clock.Advance(TimeSpan.FromDays(3.1));
        await _anna.Open(Page);
        await _anna.Send("another");

        Assert.Contains("We are looking for somebody else for you", _anna.Text, StringComparison.Ordinal);
        await _omar.Open(Page);
        Assert.Contains("This match has ended.", _omar.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", _omar.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Russian_speakers_read_Russian()
    {
        _anna.Cookies.Add(_weave.Url, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));
        await _anna.Open(Page);
        Assert.Contains("Как хотите встретиться?", _anna.Text, StringComparison.Ordinal);
        await _anna.Send("propose", ("Mode", "InPerson"), ("Place", ""), ("Times", Minutes(Noon)));
        Assert.Contains("Вы предлагаете: лично: Berlin, ср 13:00.", Spaced(_anna.Text), StringComparison.Ordinal);
    }

    private Task<Match> Match(Guid viewer) => _weave.Grains.GetGrain<IMatchGrain>($"{_slug}/1/1").Get(viewer);

    private static string Minutes(DateTimeOffset at) => (at.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);

    /// <summary>With plain spaces, where a culture puts narrow ones before AM and PM.</summary>
    private static string Spaced(string text) => text.Replace('\u202f', ' ');

    private async Task Until(Func<Task<bool>> so)
    {
        for (var second = 0; !await so(); second++)
        {
            Assert.True(second < 600, "It did not happen within ten minutes.");
            _weave.Clock.Advance(TimeSpan.FromSeconds(1));
            // A call into the silo and back: what the clock set off gets its turn.
            await _weave.Grains.GetGrain<IAgendaGrain>(0).Remove(default, "");
        }
    }
}
