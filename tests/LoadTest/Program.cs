using System.CommandLine;
using Weave.LoadTest;
using Weave.LoadTest.Bare;
using Weave.LoadTest.Outbox;

var url = new Option<string>("--url")
{
    Description = "The server, running in Development so that its sign-in page shows the link.",
    DefaultValueFactory = _ => "http://localhost:5080",
};
url.Validators.Add(result =>
{
    if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        result.AddError("--url is no http address.");
});
var rooms = Number("--rooms", 50, "Rooms at the same time.");
var people = Number("--people", 30, "Participants a room, the organizer included.");
var rounds = Number("--rounds", 3, "Rounds a room.");

var pace = new Option<double>("--pace") { Description = "Seconds a round takes, over which people act; 0 lets all act at once. Default: 20.", DefaultValueFactory = _ => 20 };

var command = new RootCommand("Fills live rooms of a running Weave with real SignalR clients, and measures what they see.") { url, rooms, people, rounds, pace };
command.SetAction((parsed, _) => new LoadRun(new(
    new(parsed.GetValue(url)!), parsed.GetValue(rooms), parsed.GetValue(people), parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(pace)))).Run());
var messages = Number("--messages", 100_000, "Messages in the outbox.");
var chats = Number("--chats", 10_000, "Chats they go to.");
var rate = Number("--rate", 600, "Messages a second that Telegram allows.");
var smooth = new Option<bool>("--smooth") { Description = "Nothing goes wrong, and nobody is killed." };
var outbox = new Command("outbox", "Drains a backlog against an emulated Telegram, with faults and a kill -9 half-way.") { messages, chats, rate, smooth };
outbox.SetAction((parsed, _) => new OutboxRun(
    new(parsed.GetValue(messages), parsed.GetValue(chats), parsed.GetValue(rate), Faults: !parsed.GetValue(smooth), Kill: !parsed.GetValue(smooth))).Run());
command.Add(outbox);
var members = Number("--members", 10_000, "Members of the community.");
var community = new Command("community", "A match round of a large community, from its opening to the last card in the outbox, in this process.") { members };
community.SetAction((parsed, _) => CommunityRun.Run(parsed.GetValue(members)));
command.Add(community);
var port = Number("--port", 5081, "Where to listen.");
var bare = new Command("bare", "SignalR alone, for comparison; started by the tool itself.") { port };
bare.SetAction((parsed, _) => BareServer.Run(parsed.GetValue(port)));
command.Add(bare);
return await command.Parse(args).InvokeAsync();

static Option<int> Number(string name, int standard, string description)
{
    var option = new Option<int>(name) { Description = $"{description} Default: {standard}.", DefaultValueFactory = _ => standard };
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < (name == "--people" ? 2 : 1))
            result.AddError($"{name} is too small.");
    });
    return option;
}
