using Weave.Members;
using Xunit;

namespace Weave.Telegram;

/// <summary>From /start to the card.</summary>
public sealed class SubscribingTests(BotApp weave) : IClassFixture<BotApp>
{
    [Fact]
    public async Task One_tap_makes_a_member_and_the_questions_follow_one_by_one()
    {
        await weave.Community("Founders", await weave.Member("Rita"));
        var anna = weave.Telegram.User(101, "Anna", "anna_i");
        var greeting = await anna.Says("/start");
        Assert.Equal("Join as Anna", Assert.Single(greeting.Buttons).Text);

        var question = await anna.Taps(greeting, "Join as Anna");
        Assert.Contains("What do you do?", question.Text, StringComparison.Ordinal);
        Assert.Equal(greeting.Id, question.Id);

        question = await anna.Says("CFO at Nordlicht");
        Assert.Contains("What are you interested in?", question.Text, StringComparison.Ordinal);
        question = await anna.Taps(question, "fintech");
        question = await anna.Taps(question, "HR");
        question = await anna.Taps(question, "HR ✓");
        question = await anna.Says("Chess, board games");
        Assert.Contains(question.Buttons, button => button.Text == "board games ✓");
        question = await anna.Taps(question, "Done");
        Assert.Contains("What would help you now?", question.Text, StringComparison.Ordinal);
        question = await anna.Says("A product mentor");
        Assert.Contains("What can you offer", question.Text, StringComparison.Ordinal);
        question = await anna.Taps(question, "Skip");
        question = await anna.Taps(question, "In my city");
        question = await anna.Says("Berlin");
        question = await anna.Taps(question, "English");
        question = await anna.Taps(question, "Done");
        Assert.Contains("Your picture", question.Text, StringComparison.Ordinal);
        var card = await anna.Taps(question, "Skip");

        Assert.Contains("Here is how partners will see you", card.Text, StringComparison.Ordinal);
        Assert.Contains("CFO at Nordlicht · Berlin", card.Text, StringComparison.Ordinal);
        var profile = (await weave.MemberOf(anna)).Profile;
        Assert.Equal(("Anna", "CFO at Nordlicht", "A product mentor", "", "Berlin", MeetingPreference.InPerson),
            (profile.Name, profile.Headline, profile.LooksFor, profile.Offers, profile.City, profile.Meets));
        Assert.Equal(["fintech", "Chess", "board games"], profile.Interests);
        Assert.Equal(["en"], profile.Languages);
        Assert.Equal("Communities for you", (await anna.Taps(card, "Looks good")).Text.Split('\n')[0]);
    }

    [Fact]
    public async Task Whom_they_want_to_meet_is_told_when_they_like_and_nobody_is_asked_for_it()
    {
        var lena = weave.Telegram.User(151, "Lena");
        var card = await lena.Joins();
        Assert.DoesNotContain(card.Buttons, button => button.Text == "Go on with the questions");

        var asked = await lena.Taps(await lena.Says("/me"), "Wants to meet");
        Assert.StartsWith("Whom do you want to meet?", asked.Text, StringComparison.Ordinal);
        await lena.Says("HR director, Siemens");

        Assert.Equal(["HR director", "Siemens"], (await weave.MemberOf(lena)).Profile.Targets);
        Assert.Contains("HR director, Siemens", (await lena.Taps(await lena.Says("/me"), "Wants to meet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_nobody_asked_for_finds_its_place()
    {
        var omar = weave.Telegram.User(102, "Omar");
        await omar.Joins();

        var where = await omar.Says("I can explain tax law");
        await omar.Taps(where, "Can offer");

        Assert.Equal("I can explain tax law", (await weave.MemberOf(omar)).Profile.Offers);
    }

    [Fact]
    public async Task A_button_of_a_question_that_is_done_changes_nothing()
    {
        var lena = weave.Telegram.User(103, "Lena");
        var first = await lena.Taps(await lena.Says("/start"), "Join as Lena");
        await lena.Says("Founder");
        await lena.Says("chess");

        Assert.Contains("/me", await lena.Toast(first, "Skip"), StringComparison.Ordinal);
        Assert.Equal(ProfileQuestion.Interests, (await weave.MemberOf(lena)).NextQuestion);
        Assert.Equal("Founder", (await weave.MemberOf(lena)).Profile.Headline);
    }

    [Fact]
    public async Task What_people_type_is_shown_as_they_typed_it()
    {
        var eve = weave.Telegram.User(104, "<b>Eve</b> & \"co\"");
        var greeting = await eve.Says("/start");
        Assert.StartsWith("Hi <b>Eve</b> & \"co\"!", greeting.Text, StringComparison.Ordinal);

        await eve.Taps(greeting, greeting.Buttons.Single().Text);
        await eve.Says("</i><a href=\"tg://user?id=1\">me</a>");

        var card = await eve.Says("/me");
        Assert.StartsWith("<b>Eve</b> & \"co\"\n</i><a href=\"tg://user?id=1\">me</a>", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_asked_for_again()
    {
        var igor = weave.Telegram.User(105, "Igor");
        await igor.Taps(await igor.Says("/start"), "Join as Igor");

        var again = await igor.Says(new string('x', 4000));
        Assert.Contains("120 characters fit here, and yours has 4000", again.Text, StringComparison.Ordinal);
        await igor.Says("Short");

        Assert.Equal("Short", (await weave.MemberOf(igor)).Profile.Headline);
    }

    [Fact]
    public async Task A_button_question_answered_by_typing_is_understood_or_asked_again()
    {
        var mia = weave.Telegram.User(106, "Mia");
        await mia.Joins();
        var card = await mia.Says("/me");
        await mia.Taps(card, "Meets");

        Assert.Contains("Please tap one of the buttons", (await mia.Says("on the moon")).Text, StringComparison.Ordinal);
        await mia.Says("online");

        Assert.Equal(MeetingPreference.Online, (await weave.MemberOf(mia)).Profile.Meets);
    }

    [Fact]
    public async Task Who_speaks_Russian_is_spoken_to_in_Russian_until_they_choose()
    {
        var olga = weave.Telegram.User(107, "Ольга", language: "ru");
        Assert.Contains("Weave знакомит", (await olga.Says("/start")).Text, StringComparison.Ordinal);
        var card = await olga.Joins(skip: "Пропустить");
        Assert.Contains("Так вас увидят собеседники", card.Text, StringComparison.Ordinal);

        var choice = await olga.Says("/language");
        Assert.Equal("From now on I speak English.", (await olga.Taps(choice, "English")).Text);
        Assert.StartsWith("Weave introduces you", (await olga.Says("/help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_answered_with_what_there_is()
    {
        var stranger = weave.Telegram.User(108, "Sam");

        Assert.Contains("/communities", (await stranger.Says("/frobnicate")).Text, StringComparison.Ordinal);
        Assert.Equal("Join as Sam", (await stranger.Says("hello?")).Buttons.Single().Text);
        Assert.Equal("Join as Sam", (await stranger.Says("/rounds")).Buttons.Single().Text);
    }

    [Fact]
    public async Task A_crowd_that_comes_at_once_is_greeted_one_and_all()
    {
        var crowd = Enumerable.Range(0, 200).Select(i => weave.Telegram.User(10_000 + i, $"Guest {i}")).ToList();

        var greetings = await Task.WhenAll(crowd.Select(guest => guest.Says("/start")));

        Assert.Equal(crowd.Select(guest => $"Join as {guest.FirstName}"), greetings.Select(greeting => Assert.Single(greeting.Buttons).Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Updates_delivered_twice_change_nothing_and_are_answered_once()
    {
        await using var own = new BotApp();
        await own.InitializeAsync();
        var ida = own.Telegram.User(109, "Ida");
        await ida.Taps(await ida.Says("/start"), "Join as Ida");
        await ida.Says("Lawyer");
        await ida.Says("chess");
        var before = await own.MemberOf(ida);

        own.Telegram.Redeliver(4);
        var answer = await ida.Says("go");

        Assert.Contains(answer.Buttons, button => button.Text == "go ✓");
        Assert.Empty(ida.Unread());
        Assert.Equal(before.Profile.Headline, (await own.MemberOf(ida)).Profile.Headline);
        Assert.Equal(["chess", "go"], (await own.MemberOf(ida)).Profile.Interests);
        Assert.Equal(1, ida.Messages.Count(message => message.FromBot && message.Text.Contains("What are you interested in?", StringComparison.Ordinal) && !message.Text.StartsWith("Added", StringComparison.Ordinal)));
    }
}
