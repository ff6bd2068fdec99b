using System.Diagnostics;
using System.Globalization;
using System.Net;
using Weave.Rooms;

namespace Weave.LoadTest;

/// <summary>One room with an organizer and participants, who go through the rounds together: each waits for what the others must have seen.</summary>
internal sealed class LoadRoom(Guid id, IReadOnlyList<CookieContainer> people, LoadPlan plan, Measures measures) : IAsyncDisposable
{
    /// <summary>A minute on the stage to five at a table.</summary>
    private const int SlotsInRound = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RoomClient[] _clients = [.. people.Select(cookies => new RoomClient(plan.Url, cookies, id, measures))];

    private readonly Random _chance = new(id.GetHashCode());

    /// <summary>As often as an organizer may press, at least.</summary>
    private TimeSpan Slot => TimeSpan.FromSeconds(Math.Max(plan.Pace.TotalSeconds / SlotsInRound, 0.3));

    private RoomClient Organizer => _clients[0];

    public Task Join() => Task.WhenAll(_clients.Select(client => client.Join()));

    /// <summary>A third say hello to all while they wait.</summary>
    public Task Greet() => Task.WhenAll(_clients.Where((_, i) => i % 3 == 0).Select(Greet));

    /// <summary>Everybody is on the stage once; a third of the others give a sign to each, and some want to meet them.</summary>
    public async Task Introduce()
    {
        await Pause(1);
        await Do(Name("stage", Organizer.Step + 1), "Introduce", Organizer.Step);
        for (var spoken = 1; spoken <= plan.People; spoken++)
        {
            var over = Task.Delay(Slot);
            var speaker = Organizer.Speaker;
            var others = _clients.Where(client => client.Number != speaker).ToList();
            await Task.WhenAll(others.Where((_, i) => (i + spoken) % 3 == 0).Select(React).Concat(others.Where((_, i) => (i + spoken) % 10 == 0).Select(client => Wish(client, speaker))));
            await over;
            await Do(Name(spoken < plan.People ? "stage" : "over", Organizer.Step + 1), "NextSpeaker", Organizer.Step);
        }
    }

    /// <summary>All rounds: seated, everybody says something, half of them give their contact to the table.</summary>
    public async Task Rounds()
    {
        // Rooms do not begin all in the same moment.
        await Pause(1);
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var pressed = Stopwatch.GetTimestamp();
            await Do(Name("started", round), "StartRound", Organizer.Step);
            measures.Seats.Add(Stopwatch.GetElapsedTime(pressed));
            var over = Task.Delay(plan.Pace);
            await Task.WhenAll(_clients.Select(Talk).Concat(_clients.Where((_, i) => i % 2 == 0).Select(Give)));
            await over;
            await Do(Name("ended", Organizer.Step + 1), "EndRound", Organizer.Step);
        }
    }

    /// <summary>A quarter ask something, everybody finds two of the questions important, some come to speak, and the questions are answered.</summary>
    public async Task OpenFloor()
    {
        await Pause(1);
        await Do(Name("floor", Organizer.Step + 1), "OpenFloor", Organizer.Step);
        var asked = await Task.WhenAll(_clients.Where((_, i) => i % 4 == 1).Select(Ask));
        await Task.WhenAll(_clients.Select((client, i) => Vote(client, [.. asked.Where(question => question.From != client.Number).Skip(i % 4).Take(2)])).Concat(_clients.Where((_, i) => i % 5 == 2).Select(Speak)));
        // Nobody answers all in one moment, and an organizer may press only so often.
        await Task.Delay(TimeSpan.FromSeconds(asked.Length / 4.0));
        foreach (var question in asked)
            await Organizer.Send("settled", "Settle", question.Id, (int)QuestionStanding.Answered);
        await Do(Name("over", Organizer.Step + 1), "EndRound", Organizer.Step);
    }

    public async Task Close()
    {
        // Answering the questions has used up what an organizer may press at once.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await Do("closed", "Close", Organizer.Step);
    }

    /// <summary>Counts what each has missed.</summary>
    public Task Audit() => Task.WhenAll(_clients.Select(client => client.Audit()));

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
    }

    private async Task Do(string name, string method, int step)
    {
        await Organizer.Send(name, method, step);
        await Task.WhenAll(_clients.Select(client => client.Happened(name))).WaitAsync(Patience);
    }

    private async Task Talk(RoomClient client)
    {
        await Pause(0.8);
        var text = Guid.NewGuid().ToString();
        await client.Send(text, "Say", text, text);
        // Nobody can ask afterwards what a table was told last: everybody at it must have heard.
        await Task.WhenAll(_clients.Where(other => client.Table.Contains(other.Number)).Select(other => other.Happened(text))).WaitAsync(Patience);
    }

    private async Task Greet(RoomClient client)
    {
        await Pause(0.8);
        var text = Guid.NewGuid().ToString();
        await client.Send(text, "SayToRoom", text, text);
        await Task.WhenAll(_clients.Select(other => other.Happened(text))).WaitAsync(Patience);
    }

    private async Task Give(RoomClient client)
    {
        await Pause(0.8);
        await client.Send("given", "ShareContact", null, 1);
    }

    private async Task React(RoomClient client)
    {
        await Pause(0.8 / SlotsInRound);
        await client.Sign();
    }

    private async Task Wish(RoomClient client, int speaker)
    {
        await Pause(0.8 / SlotsInRound);
        await client.Send("wished", "Wish", speaker, true);
    }

    private async Task<(long Id, int From)> Ask(RoomClient client)
    {
        await Pause(0.8);
        var text = Guid.NewGuid().ToString();
        await client.Send(text, "Ask", text, null, text);
        await Task.WhenAll(_clients.Select(other => other.Happened(text))).WaitAsync(Patience);
        return (client.Question(text), client.Number);
    }

    private async Task Vote(RoomClient client, IReadOnlyList<(long Id, int From)> questions)
    {
        foreach (var (id, _) in questions)
        {
            await Pause(0.4);
            await client.Send("voted", "Vote", id, true);
        }
    }

    /// <summary>Comes to speak, and is done.</summary>
    private async Task Speak(RoomClient client)
    {
        await Pause(0.4);
        await client.Send("hand", "RaiseHand", true);
        await Pause(0.4);
        await client.Send("hand", "RaiseHand", false);
    }

    /// <summary>Up to this part of the pace.</summary>
    private Task Pause(double part)
    {
        lock (_chance)
            return Task.Delay(plan.Pace * part * _chance.NextDouble());
    }

    private static string Name(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what}:{number}");
}
