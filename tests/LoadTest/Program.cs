using System.CommandLine;
using Weave.LoadTest;

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
var rooms = Number("--rooms", 20, "Rooms at the same time.");
var people = Number("--people", 30, "Participants a room, the organizer included.");
var rounds = Number("--rounds", 3, "Rounds a room.");

var command = new RootCommand("Fills live rooms of a running Weave with real SignalR clients, and measures what they see.") { url, rooms, people, rounds };
command.SetAction((parsed, _) => new LoadRun(new(new(parsed.GetValue(url)!), parsed.GetValue(rooms), parsed.GetValue(people), parsed.GetValue(rounds))).Run());
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
