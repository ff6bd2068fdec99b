using Xunit;

namespace Weave.Rooms;

public sealed class RoomTimesTests
{
    private static readonly DateTimeOffset Seven = new(2040, 3, 5, 19, 0, 0, TimeSpan.Zero);

    private static RoomPlan Club => new() { Title = "Club evening", StartsAt = Seven, Capacity = 30, TableSize = 4, Rounds = 3, RoundLength = TimeSpan.FromMinutes(10), SpeakerTime = TimeSpan.FromSeconds(60), FloorTime = TimeSpan.FromMinutes(20) };

    [Theory]
    [InlineData(24, 25, 60, 80)]
    [InlineData(9, 10, 45, 65)]
    // Fewer than a table are no room.
    [InlineData(0, 5, 40, 60)]
    public void Introductions_last_as_long_as_those_known_to_come_need_and_what_follows_is_told_to_five_minutes(int people, int rounds, int floor, int end) =>
        Assert.Equal(new RoomTimes(Seven, After(rounds), After(floor), After(end)), RoomTimes.Of(Club, people));

    [Fact]
    public void Rounds_without_introductions_begin_with_the_room() =>
        Assert.Equal(new RoomTimes(null, Seven.AddMinutes(2), null, After(35)), RoomTimes.Of(Club with { SpeakerTime = null, FloorTime = null, StartsAt = Seven.AddMinutes(2) }, 24));

    private static DateTimeOffset After(int minutes) => Seven.AddMinutes(minutes);
}
