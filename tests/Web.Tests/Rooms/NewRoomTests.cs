using Xunit;

namespace Weave.Rooms;

/// <summary>A plan that is filled in again and comes back from its form.</summary>
public sealed class NewRoomTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly RoomPlan Plan = new() { Title = "Club", StartsAt = new(2027, 3, 1, 9, 0, 20, TimeSpan.Zero) };

    [Fact]
    public void A_beginning_that_is_not_touched_stays_however_long_ago_it_is() =>
        Assert.Equal(Plan.StartsAt, NewRoom.Of(Plan, Berlin).Plan(Plan.StartsAt.AddHours(13), Berlin, Plan).StartsAt);

    [Fact]
    public void A_beginning_that_is_changed_does_not_lie_far_in_the_past()
    {
        var form = NewRoom.Of(Plan, Berlin);
        form.StartsAt = "2027-03-01T10:30";

        Assert.Equal(new DateTimeOffset(2027, 3, 1, 9, 30, 0, TimeSpan.Zero), form.Plan(Plan.StartsAt, Berlin, Plan).StartsAt);
        Assert.Equal((Refusal.InThePast, "StartsAt"), Assert.Throws<Refused>(() => form.Plan(Plan.StartsAt.AddHours(13), Berlin, Plan)) is var refused ? (refused.Reason, refused.Field) : default);
    }
}
