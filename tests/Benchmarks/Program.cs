using Weave.Matching;

try
{
    return args switch
    {
        ["match", ..] => MatchCommand.Run(args.AsSpan(1)),
        ["graph", ..] => GraphCommand.Run(args.AsSpan(1)),
        _ => throw new FormatException(
            """
            match FILE [--max-cardinality] [--approximate]    the best matching of a graph
            graph FAMILY VERTICES DEGREE FILE [SEED]          writes a graph: random, nearest, complete, clustered, ties, chain, nested
            """),
    };
}
catch (Exception e) when (e is FormatException or IOException or ArgumentException or OverflowException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
