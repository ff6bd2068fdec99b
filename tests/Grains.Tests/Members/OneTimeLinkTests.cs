using Xunit;

namespace Weave.Members;

public sealed class OneTimeLinkTests(TestSilo silo) : IClassFixture<TestSilo>
{
    private static readonly OneTimeGrant Grant = new() { Purpose = OneTimePurpose.SignInByEmail, Email = "anna@example.org", ReturnTo = "/rooms/1" };

    [Fact]
    public async Task A_link_works_once_also_when_opened_many_times_at_once()
    {
        var link = await Issue();
        Assert.Equal(Grant, await link.Peek());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return (Grant: (OneTimeGrant?)await link.Redeem(), Reason: (Refusal?)null);
            }
            catch (Refused refused)
            {
                return (Grant: null, refused.Reason);
            }
        }));

        Assert.Equal(Grant, Assert.Single(outcomes, o => o.Reason is null).Grant);
        Assert.All(outcomes.Where(o => o.Reason is not null), o => Assert.Equal(Refusal.Used, o.Reason));
    }

    [Fact]
    public async Task A_link_expires()
    {
        var link = await Issue();
        silo.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Refusal.Expired, (await Assert.ThrowsAsync<Refused>(link.Peek)).Reason);
        Assert.Equal(Refusal.Expired, (await Assert.ThrowsAsync<Refused>(link.Redeem)).Reason);
    }

    [Fact]
    public async Task A_link_that_was_never_issued_opens_nothing() =>
        Assert.Equal(Refusal.NotFound, (await Assert.ThrowsAsync<Refused>(Link(OneTimeSecret.New()).Redeem)).Reason);

    private async Task<IOneTimeLinkGrain> Issue()
    {
        var link = Link(OneTimeSecret.New());
        await link.Issue(Grant, TimeSpan.FromMinutes(15));
        return link;
    }

    private IOneTimeLinkGrain Link(string secret) => silo.Grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret));
}
