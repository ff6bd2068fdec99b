using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>The page of a room that is over.</summary>
public sealed class AfterPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>
{
    [Fact]
    public async Task A_wish_becomes_an_introduction_in_two_presses_without_a_script_and_in_both_languages()
    {
        var (setup, anna, boris) = await Over();
        Assert.Contains("Whom you wanted to meet and did not", anna.Text, StringComparison.Ordinal);

        await anna.Send("after", ("Do", "ask:2"));
        Assert.Contains("Asked. You will be told when they agree.", anna.Text, StringComparison.Ordinal);

        Assert.Contains("They would like to meet you", (await boris.Open(setup.Path)).Text, StringComparison.Ordinal);
        boris.Cookies.Add(weave.Url, new System.Net.Cookie(".AspNetCore.Culture", "c%3Dru%7Cuic%3Dru"));
        Assert.Contains("С вами хотят познакомиться", (await boris.Open(setup.Path)).Text, StringComparison.Ordinal);
        await boris.Send("after", ("Do", "agree:1"));
        Assert.Contains("anna", boris.Text, StringComparison.Ordinal);
        Assert.Contains("Контакт для вас:", boris.Text, StringComparison.Ordinal);
        Assert.Contains("вы обменялись контактами", boris.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_taps_say_what_one_thought_of_it_and_nonsense_changes_nothing()
    {
        var (_, anna, _) = await Over();
        Assert.DoesNotContain("Would you come again?", anna.Text, StringComparison.Ordinal);

        await anna.Send("after", ("Do", "useful:9"));
        Assert.Contains("outside of what is possible", anna.Text, StringComparison.Ordinal);
        await anna.Send("after", ("Do", "nonsense"));
        Assert.Contains("does not look right", anna.Text, StringComparison.Ordinal);
        await anna.Send("after", ("Do", "useful:4"));
        await anna.Send("after", ("Do", "again:1"));

        Assert.Contains("Thank you.", anna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What people said", anna.Text, StringComparison.Ordinal);
    }

    /// <summary>Anna wanted to meet Boris in a room that is over, and did not.</summary>
    private async Task<(RoomSetup Setup, Visitor Anna, Visitor Boris)> Over()
    {
        var setup = await new RoomSetup(weave.Grains).Open(RoomSetup.Address("olga"));
        var room = weave.Grains.GetGrain<IRoomGrain>(setup.Room);
        await room.Join(setup.Organizer, null, null);
        var (people, members) = (new List<Visitor>(), new List<Guid>());
        foreach (var name in new[] { "anna", "boris" })
        {
            var (address, visitor) = (RoomSetup.Address(name), new Visitor(weave.Url));
            await visitor.SignIn(address, name);
            var member = await setup.Joined(address);
            await weave.Grains.GetGrain<IMemberGrain>(member).SetCard(new ContactCard { Email = address });
            await room.Join(member, null, null);
            people.Add(visitor);
            members.Add(member);
        }
        await room.Wish(members[0], 2, wanted: true);
        await room.Close(setup.Organizer, 0);
        foreach (var visitor in people)
            await visitor.Open(setup.Path);
        return (setup, people[0], people[1]);
    }
}
