using Xunit;

namespace Weave.Members;

public sealed class WelcomeTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task A_newcomer_is_asked_one_question_a_screen_and_may_skip_all_of_them()
    {
        using var anna = await Newcomer();

        foreach (var question in ProfileQuestions.Led)
        {
            Assert.Equal($"/welcome/{question.ToString().ToLowerInvariant()}", anna.Path);
            Assert.Contains($"{(int)question + 1} of 8", anna.Text, StringComparison.Ordinal);
            await anna.Send("answer", ("Form.Skip", "yes"));
        }

        Assert.Equal("/welcome/done", anna.Path);
        Assert.Contains("Anna", anna.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/communities\"", anna.Html, StringComparison.Ordinal);
        await anna.Open("/");
        Assert.DoesNotContain("Your profile:", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_kept_and_not_asked_again()
    {
        using var anna = await Newcomer();

        await anna.Send("answer", ("Form.Headline", "CFO & mentor"));
        await anna.Send("answer", ("Form.Interests", "fintech"), ("Form.Interests", "AI"), ("Form.MoreInterests", "chess, Fintech , "));
        await anna.Open("/");
        Assert.Contains("Your profile: 2 of 8", anna.Text, StringComparison.Ordinal);

        await anna.Open("/welcome");
        Assert.Equal("/welcome/looksfor", anna.Path);
        await anna.Open("/welcome/headline");
        Assert.Contains("CFO &amp; mentor", anna.Html, StringComparison.Ordinal);
        await anna.Open("/me/preview");
        Assert.Contains("chess", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_refused_stays_in_its_field()
    {
        using var anna = await Newcomer();
        await anna.Open("/welcome/languages");

        await anna.Send("answer", ("Form.Languages", "en"), ("Form.OtherLanguages", "Klingon"));
        Assert.Contains("id=\"Languages-error\"", anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Klingon\"", anna.Html, StringComparison.Ordinal);

        await anna.Send("answer", ("Form.Languages", "en"), ("Form.OtherLanguages", "German, ka"));
        await anna.Open("/me/preview");
        Assert.Contains("English · German · Georgian", anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_one_wanted_to_go_is_kept_to_the_end()
    {
        using var anna = await Newcomer();
        await anna.Open("/welcome?to=/rooms");

        foreach (var _ in ProfileQuestions.Led)
            await anna.Send("answer", ("Form.Skip", "yes"));

        Assert.StartsWith("/welcome/done", anna.Path, StringComparison.Ordinal);
        Assert.Contains("href=\"/rooms\"", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_never_leads_to_another_site()
    {
        using var anna = await Newcomer();

        await anna.Open("/welcome/done?to=//evil.example");

        Assert.DoesNotContain("href=\"//evil", anna.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_zone_of_the_browser_is_chosen_already()
    {
        using var anna = await Newcomer();
        anna.Cookies.Add(new System.Net.Cookie("tz", "Asia/Tbilisi", "/", weave.Url.Host));

        await anna.Open("/welcome/city");

        Assert.Contains("<option value=\"Asia/Tbilisi\" selected", anna.Html, StringComparison.Ordinal);
    }

    private async Task<Visitor> Newcomer()
    {
        var visitor = new Visitor(weave.Url);
        return await visitor.SignIn(People.NewAddress(), "Anna");
    }
}
