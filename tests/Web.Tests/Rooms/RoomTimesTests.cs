using Xunit;

namespace Weave.Rooms;

public sealed class RoomTimesTests
{
    private static readonly DateTimeOffset Seven = new(2040, 3, 5, 19, 0, 0, TimeSpan.Zero);

    private static RoomPlan Club => new() { Title = "Club evening", StartsAt = Seven, Capacity = 30, TableSize = 4, Rounds = 3, RoundLength = TimeSpan.FromMinutes(10), SpeakerTime = TimeSpan.FromSeconds(60), FloorTime = TimeSpan.FromMinutes(20) };

    [Theory]
    [InlineData(24, 25, 60, 80)]
    [InlineData(18, 20, 50, 70)]
    public void Introductions_last_as_long_as_those_known_to_come_need_and_what_follows_is_told_to_five_minutes(int taken, int rounds, int floor, int end) =>
        Assert.Equal(new RoomTimes(taken, Seven, After(rounds), After(floor), After(end)), RoomTimes.Of(Club, taken));

    [Theory]
    [InlineData(30, 0, 15)]
    [InlineData(30, 1, 15)]
    [InlineData(30, 16, 16)]
    [InlineData(12, 0, 6)]
    // A room for 200 is seldom half full.
    [InlineData(200, 3, 15)]
    // Fewer than a table are no room.
    [InlineData(6, 1, 4)]
    [InlineData(2, 0, 2)]
    public void As_long_as_few_have_said_that_they_will_come_times_go_by_half_of_the_places_or_of_those_of_a_usual_room(int capacity, int taken, int people) =>
        Assert.Equal(people, RoomTimes.Of(Club with { Capacity = capacity }, taken).People);

    [Fact]
    public void Rounds_without_introductions_begin_with_the_room() =>
        Assert.Equal(new RoomTimes(24, null, Seven.AddMinutes(2), null, After(35)), RoomTimes.Of(Club with { SpeakerTime = null, FloorTime = null, StartsAt = Seven.AddMinutes(2) }, 24));

    private static DateTimeOffset After(int minutes) => Seven.AddMinutes(minutes);
}
