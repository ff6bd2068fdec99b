namespace Weave.Demo;

/// <summary>What simulated members say at a table, and to all while they wait.</summary>
internal static class DemoTalk
{
    private static readonly string[] Greetings =
    [
        "Hello everybody.",
        "Hi all, glad to be here.",
        "Hello! Looking forward to this.",
        "Hi. First time here, so be gentle.",
        "Good to see some names I know.",
    ];

    private static readonly string[] Openings =
    [
        "Hello! Nice to meet you all.",
        "Good to be here. First time in one of these rooms.",
        "Hi all! Shall we each say one thing we are working on?",
        "Hello. I will keep it short so that everybody gets a turn.",
    ];

    private static readonly string[] Follows =
    [
        "That is close to what we struggled with last year.",
        "I know somebody you should talk to about that.",
        "Happy to go on after this, let us swap contacts.",
        "What made you change your mind?",
        "We tried that. The second attempt worked.",
    ];

    public static string Greeting(int number) => Greetings[number % Greetings.Length];

    public static string Opening(DemoPerson person, Random random) => random.Next(3) switch
    {
        0 => $"{Any(Openings, random)} {person.Headline}.",
        1 => $"Hi, I am {person.Name.Split(' ')[0]}. What would help me now: {Lower(person.LooksFor)}.",
        _ => $"Hello! If it is of use to anybody: {Lower(person.Offers)}.",
    };

    public static string Follow(Random random) => Any(Follows, random);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Any(string[] lines, Random random) => lines[random.Next(lines.Length)];
}
