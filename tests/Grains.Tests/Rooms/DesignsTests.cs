using Xunit;

namespace Weave.Rooms;

public sealed class DesignsTests
{
    [Theory]
    [InlineData(30, 2, 29)]
    [InlineData(8, 2, 7)]
    [InlineData(9, 3, 4)]
    [InlineData(15, 3, 7)]
    [InlineData(18, 3, 8)]
    [InlineData(21, 3, 10)]
    [InlineData(24, 3, 11)]
    [InlineData(27, 3, 13)]
    [InlineData(30, 3, 14)]
    [InlineData(33, 3, 16)]
    [InlineData(36, 3, 17)]
    [InlineData(39, 3, 19)]
    [InlineData(45, 3, 22)]
    [InlineData(16, 4, 5)]
    [InlineData(20, 4, 5)]
    [InlineData(24, 4, 7)]
    [InlineData(28, 4, 9)]
    [InlineData(32, 4, 10)]
    [InlineData(36, 4, 11)]
    [InlineData(40, 4, 13)]
    [InlineData(25, 5, 6)]
    [InlineData(30, 5, 6)]
    [InlineData(35, 5, 7)]
    [InlineData(40, 5, 8)]
    [InlineData(36, 6, 3)]
    [InlineData(64, 4, 21)]
    [InlineData(200, 5, 48)]
    public void Full_tables_have_so_many_rounds_without_a_repeat(int people, int size, int rounds) =>
        Assert.Equal(rounds, Designs.Best(people / size, size).Length);

    [Fact]
    public void No_construction_seats_two_people_together_twice_or_leaves_somebody_out()
    {
        for (var size = 2; size <= 6; size++)
        {
            for (var tables = 1; tables * size <= 200; tables++)
            {
                var people = Enumerable.Range(0, tables * size);
                var met = new HashSet<(int, int)>();
                foreach (var round in Designs.Best(tables, size))
                {
                    Assert.All(round, table => Assert.Equal(size, table.Length));
                    Assert.Equal(people, round.SelectMany(table => table).Order());
                    foreach (var (a, b) in round.SelectMany(table => table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b)))))
                        Assert.True(met.Add((a, b)), $"{a} and {b} meet twice at {tables} tables of {size}.");
                }
            }
        }
    }

    [Theory]
    [InlineData(30, 3, 15)]
    [InlineData(30, 5, 9)]
    [InlineData(30, 6, 7)]
    [InlineData(32, 4, 11)]
    public void Everybody_meets_everybody_in_so_many_rounds(int people, int size, int rounds)
    {
        var covering = Designs.Covering(people / size, size, people)!;

        Assert.Equal(rounds, covering.Length);
        Assert.All(covering, round => Assert.Equal(Enumerable.Range(0, people), round.SelectMany(table => table).Order()));
        Assert.Equal(
            people * (people - 1) / 2,
            covering.SelectMany(round => round).SelectMany(table => table.SelectMany(a => table.Where(b => a < b).Select(b => (a, b)))).Distinct().Count());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(25)]
    [InlineData(49)]
    public void A_field_has_inverses_and_distributes(int size)
    {
        var field = FiniteField.Of(size)!;
        var elements = Enumerable.Range(0, size).ToArray();
        Assert.Equal(size, field.Size);
        foreach (var a in elements)
        {
            Assert.Equal(elements, elements.Select(b => field.Plus(a, b)).Order());
            if (a > 0)
                Assert.Equal(elements, elements.Select(b => field.Times(a, b)).Order());
            Assert.All(elements, b => Assert.Equal(field.Plus(field.Times(a, b), field.Times(a, 1 % size)), field.Times(a, field.Plus(b, 1))));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(36)]
    public void No_field_has_a_number_of_elements_that_is_no_power_of_a_prime(int size) => Assert.Null(FiniteField.Of(size));

    [Fact]
    public void Thirty_people_meet_everybody_in_eleven_rounds_at_tables_of_four_and_three()
    {
        var rounds = Designs.Covering(8, 4, 30)!;

        Assert.Equal(11, rounds.Length);
        Assert.All(rounds, round => Assert.Equal(Enumerable.Range(0, 32), round.SelectMany(table => table).Order()));
        Assert.All(rounds.SelectMany(round => round), table => Assert.InRange(table.Count(person => person < 30), 3, 4));
        var met = rounds.SelectMany(round => round).SelectMany(table => table.SelectMany(a => table.Where(b => a < b && b < 30).Select(b => (a, b)))).Distinct();
        Assert.Equal(30 * 29 / 2, met.Count());

        var problem = new SeatingProblem { People = [.. Enumerable.Range(0, 30)], TableSize = 4, Rounds = 1, Aim = RoomAim.EverybodyMeets };
        Assert.Equal(11, SeatingPlanner.Plan(problem, []).Length);
    }
}
