using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Weave.Communities;
using Weave.Notifications;
using Xunit;

namespace Weave.Members;

public sealed class MemberTests(TestSilo silo)
{
    [Fact]
    public async Task A_new_member_is_what_is_known_of_them_and_nothing_more()
    {
        var member = await (await New(new NewMember { Name = "  Anna\n Ivanova ", Language = "ru", TimeZone = "Europe/Berlin", Email = "anna@example.org" })).Get();

        Assert.Equal("Anna Ivanova", member.Profile.Name);
        Assert.Equal("Europe/Berlin", member.Profile.TimeZone);
        Assert.Equal("ru", member.Settings.Language);
        Assert.Equal("anna@example.org", member.Card.Email);
        Assert.Equal(ProfileQuestion.Headline, member.NextQuestion);
    }

    [Fact]
    public async Task What_a_browser_or_Telegram_guessed_wrongly_is_left_out_rather_than_refused()
    {
        var member = await (await New(new NewMember { Name = new string('x', 200), Language = "tlh", TimeZone = "Mars/Olympus" })).Get();

        Assert.Equal(ProfileLimits.Name, member.Profile.Name.Length);
        Assert.Equal("en", member.Settings.Language);
        Assert.Equal("Etc/UTC", member.Profile.TimeZone);
    }

    [Fact]
    public async Task Nobody_is_behind_an_id_that_was_not_made() =>
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<Refused>(silo.Grains.GetGrain<IMemberGrain>(Guid.CreateVersion7()).Get)).Reason);

    [Fact]
    public async Task Answers_are_tidied_and_fields_not_answered_stay()
    {
        var anna = await New();
        await anna.Change(new ProfileChange { Headline = "CFO", City = "Berlin" });

        var profile = (await anna.Change(new ProfileChange
        {
            About = " one \r\n\r\n two\u0000 ",
            Interests = ["FinTech", " fintech ", "", "AI"],
            Links = ["example.org/anna", "https://example.org/anna"],
            Languages = ["EN", "ru"],
            TimeZone = "Asia/Almaty",
        })).Profile;

        Assert.Equal("CFO", profile.Headline);
        Assert.Equal("Berlin", profile.City);
        Assert.Equal("one \n\n two", profile.About);
        Assert.Equal(["FinTech", "AI"], profile.Interests);
        Assert.Equal(["https://example.org/anna"], profile.Links);
        Assert.Equal(["en", "ru"], profile.Languages);
    }

    public static TheoryData<ProfileChange, Refusal, string> Unacceptable() => new()
    {
        { new() { Name = " \u202E " }, Refusal.Required, "Name" },
        { new() { Headline = new string('x', 121) }, Refusal.TooLong, "Headline" },
        { new() { About = new string('x', 2001) }, Refusal.TooLong, "About" },
        { new() { Interests = [new string('x', 41)] }, Refusal.TooLong, "Interests" },
        { new() { Interests = [.. Enumerable.Range(0, 21).Select(i => $"tag {i}")] }, Refusal.OutOfRange, "Interests" },
        { new() { Languages = ["english"] }, Refusal.Invalid, "Languages" },
        { new() { Languages = ["xx"] }, Refusal.Invalid, "Languages" },
        { new() { TimeZone = "Moon/Sea" }, Refusal.Invalid, "TimeZone" },
        { new() { Links = ["javascript://example.org/%0aalert(1)"] }, Refusal.Invalid, "Links" },
        { new() { Links = ["https://user:secret@example.org"] }, Refusal.Invalid, "Links" },
        { new() { Links = ["not a link"] }, Refusal.Invalid, "Links" },
        { new() { Meets = (MeetingPreference)7 }, Refusal.Invalid, "Meets" },
    };

    [Theory, MemberData(nameof(Unacceptable))]
    public async Task An_unacceptable_answer_is_refused_by_its_field_and_changes_nothing(ProfileChange change, Refusal reason, string field)
    {
        var anna = await New();
        var before = await anna.Get();

        var refused = await Assert.ThrowsAsync<Refused>(() => anna.Change(change with { Company = "Lost with the rest" }));

        Assert.Equal((reason, field), (refused.Reason, refused.Field));
        Assert.Equal(before.Profile.Company, (await anna.Get()).Profile.Company);
    }

    [Fact]
    public async Task The_questionnaire_goes_on_to_what_was_neither_asked_nor_answered()
    {
        var anna = await New();
        await anna.Change(new ProfileChange { Interests = ["AI"], Offers = "Introductions" });

        Assert.Equal(ProfileQuestion.LooksFor, (await anna.Pass(ProfileQuestion.Headline)).NextQuestion);
        Assert.Equal(ProfileQuestion.LooksFor, (await anna.Pass(ProfileQuestion.Headline)).NextQuestion);
        Assert.Equal(ProfileQuestion.Meets, (await anna.Pass(ProfileQuestion.LooksFor)).NextQuestion);
        foreach (var question in Enum.GetValues<ProfileQuestion>())
            await anna.Pass(question);
        Assert.Null((await anna.Get()).NextQuestion);
    }

    [Fact]
    public async Task A_contact_card_takes_what_people_type_and_refuses_what_is_none()
    {
        var anna = await New();
        await anna.SetCard(new ContactCard { Email = " Anna@Example.org ", Phone = "+49 (30) 123-45", Telegram = "https://t.me/anna_i", Links = ["example.org"] });
        var card = (await anna.Get()).Card;

        Assert.Equal("anna@example.org", card.Email);
        Assert.Equal("anna_i", card.Telegram);
        Assert.Equal("https://example.org/", Assert.Single(card.Links));
        Assert.Equal("Email", (await Assert.ThrowsAsync<Refused>(() => anna.SetCard(new ContactCard { Email = "anna" }))).Field);
        Assert.Equal("Phone", (await Assert.ThrowsAsync<Refused>(() => anna.SetCard(new ContactCard { Phone = "call me" }))).Field);
        Assert.Equal("Telegram", (await Assert.ThrowsAsync<Refused>(() => anna.SetCard(new ContactCard { Telegram = "a b" }))).Field);
    }

    [Fact]
    public async Task A_picture_comes_back_until_it_is_removed_and_must_be_one()
    {
        var picture = silo.Grains.GetGrain<IPictureGrain>(Guid.CreateVersion7());
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 1, 2, 3];

        var version = await picture.Set(jpeg);

        Assert.NotNull(version);
        Assert.Equal(version, await picture.Set(jpeg));
        Assert.Equal(jpeg, await picture.Get());
        Assert.Equal(Refusal.Invalid, (await Assert.ThrowsAsync<Refused>(() => picture.Set([1, 2, 3]))).Reason);
        Assert.Equal(Refusal.TooLong, (await Assert.ThrowsAsync<Refused>(() => picture.Set([.. jpeg, .. new byte[200_000]]))).Reason);
        // The two share an id, and must not share a row.
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<Refused>(silo.Grains.GetGrain<IMemberGrain>(picture.GetPrimaryKey()).Get)).Reason);
        Assert.Null(await picture.Set(null));
        Assert.Null(await picture.Get());
    }

    [Fact]
    public async Task A_member_without_any_channel_is_told_on_the_pages_only() => await (await New()).Notify(new MembershipDecided("founders", true), "k");

    [Fact]
    public async Task A_member_lists_the_communities_they_belong_to_or_wait_for()
    {
        var anna = await New();
        Assert.Empty(await anna.Communities());
        await using var db = await silo.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        var slug = $"c-{Guid.NewGuid():N}";
        await db.ExecuteAsync("INSERT INTO CommunityListing VALUES (@slug, 'Founders', '', '', 'en', 'Etc/UTC', 0, '', 1)", new { slug });
        await db.ExecuteAsync("INSERT INTO Membership VALUES (@slug, @member, 1, 0)", new { slug, member = anna.GetPrimaryKey() });

        Assert.Equal([new CommunityMembership(slug, "Founders", MembershipStatus.Waiting)], await anna.Communities());
        Assert.False(await anna.GiveUp());
    }

    private async Task<IMemberGrain> New(NewMember? member = null)
    {
        var grain = silo.Grains.GetGrain<IMemberGrain>(Guid.CreateVersion7());
        await grain.Create(member ?? new NewMember { Name = "Anna" });
        return grain;
    }
}
