using System.Globalization;
using System.Net;
using Weave.Rooms;
using Xunit;

namespace Weave.Shell;

/// <summary>Pages are whole whichever of their questions is answered first.</summary>
public sealed class HastyPageTests(HastyApp weave) : IClassFixture<HastyApp>
{
    /// <summary>Pages with more than one question each; {0} is the community, {1} the room.</summary>
    public static TheoryData<string> Pages =>
    [
        "/", "/me", "/me/settings", "/matches", "/rooms", "/contacts", "/communities", "/c/{0}", "/c/{0}/organize", "/c/{0}/organize/settings", "/c/{0}/organize/rooms", "/c/{0}/organize/rounds",
        "/c/{0}/organize/rounds/schedule", "/c/{0}/taking-part", "/rooms/{1}", "/rooms/{1}/plan", "/rooms/{1}/date", "/rooms/{1}/series", "/rooms/{1}/attendance",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_whichever_of_its_questions_is_answered_at_once(string path)
    {
        var (setup, address) = (new RoomSetup(weave.Grains), RoomSetup.Address("anna"));
        await setup.Open(address);
        var room = await setup.Community.OpenSeries(new RoomPlan { Title = "Every week", StartsAt = weave.Clock.GetUtcNow().AddDays(1) }, RoomEvery.Week, setup.Organizer);
        using var anna = await new Visitor(weave.Url).SignIn(address, "anna");
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = anna.Cookies }) { BaseAddress = weave.Url };

        for (var questions = 0; questions <= 8; questions++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(string.Format(CultureInfo.InvariantCulture, path, setup.Community.GetPrimaryKeyString(), room.ToString("N")), UriKind.Relative));
            request.Headers.Add(HastyApp.Header, questions.ToString(CultureInfo.InvariantCulture));
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal((questions, HttpStatusCode.OK), (questions, answer.StatusCode));
        }
    }
}
