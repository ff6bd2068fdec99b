using Weave.Matching;
using Weave.Rooms;

try
{
    return args switch
    {
        ["match", ..] => MatchCommand.Run(args.AsSpan(1)),
        ["graph", ..] => GraphCommand.Run(args.AsSpan(1)),
        ["round", ..] => RoundCommand.Run(args.AsSpan(1)),
        ["tables", ..] => TablesCommand.Run(args.AsSpan(1)),
        ["churn", ..] => ChurnCommand.Run(args.AsSpan(1)),
        ["starter", ..] => StarterCommand.Run(args.AsSpan(1)),
        _ => throw new FormatException(
            """
            match FILE [--max-cardinality] [--approximate]    the best matching of a graph
            graph FAMILY VERTICES DEGREE FILE [SEED]          writes a graph: random, nearest, complete, clustered, ties, chain, nested
            round [--members N] [--rounds R] [--candidates 0|1] [--seed X]    whole match rounds; from all pairs, or from promising ones
            tables [--people N] [--size S] [--rounds R] [--seed X]    who sits where; without rounds, until everybody has met
            churn [--people N] [--size S] [--rounds R] [--churn PERCENT] [--sessions N]    how many sessions stay without a repeat
            starter [--people N] [--size S] [--modulus M] [--starts B] [--seconds T] [--seed X] [--heat H]    searches rounds that make others
            """),
    };
}
catch (Exception e) when (e is FormatException or IOException or ArgumentException or OverflowException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
