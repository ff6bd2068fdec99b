using Weave.Rooms;

namespace Weave.Demo;

/// <summary>What a simulated member does now and then while somebody is on the stage or the floor is open.</summary>
internal static class DemoMingling
{
    private const int MostHands = 4;
    private const int MostQuestions = 6;

    private static readonly string[] Questions =
    [
        "What would you do differently if you began today?",
        "How did you find your first ten customers?",
        "Which mistake was worth its price?",
        "When do you say no to a good opportunity?",
        "Who should we invite to the next evening?",
    ];

    public static async Task Do(IRoomGrain room, Guid member, Random random)
    {
        var now = await room.Snapshot(member);
        if (now.Stage is [var speaker, ..] && speaker != now.Me)
        {
            await room.React(member, (Reaction)random.Next(4));
            if (random.Next(3) == 0)
                await room.Wish(member, speaker, wanted: true);
        }
        if (now.Phase == RoomPhase.OpenFloor)
            await OnTheFloor(room, member, now, random);
    }

    private static async Task OnTheFloor(IRoomGrain room, Guid member, RoomSnapshot now, Random random)
    {
        var others = now.Questions.Where(question => question.From != now.Me && question.Standing == QuestionStanding.Open).ToList();
        if (now.Stage is [var speaker, ..] && speaker == now.Me)
            await room.RaiseHand(member, up: false);
        else if (now.Stage.Count < MostHands && random.Next(6) == 0)
            await room.RaiseHand(member, up: true);
        else if (now.Questions.Count < MostQuestions && random.Next(5) == 0)
            await room.Ask(member, $"{now.Me}", null, Questions[random.Next(Questions.Length)]);
        else if (others.Count > 0)
            await room.Vote(member, others[random.Next(others.Count)].Id, important: true);
    }
}
