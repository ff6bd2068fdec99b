using Weave.Members;

namespace Weave.Telegram;

/// <summary>The member's own card, as partners will see it, and a way to change each answer.</summary>
internal sealed class MyCard(CardText cards, Words words)
{
    public Task Say(Turn turn)
    {
        turn.Show(new BotMessage
        {
            Text = $"{cards.Of(turn.Me.Profile)}\n\n{words.Html("TapToChange")}",
            Buttons = [.. Unfinished(turn.Me), .. Changes()],
        });
        return Task.CompletedTask;
    }

    public Task AskWhat(Turn turn)
    {
        turn.Show(new BotMessage { Text = $"{cards.Of(turn.Me.Profile)}\n\n{words.Html("ChangeWhat")}", Buttons = Changes() });
        return Task.CompletedTask;
    }

    /// <summary>The card at the end of the questionnaire, and after a change.</summary>
    public BotMessage Preview(Member member, string lead) => new()
    {
        Text = $"{lead}{words.Html("Preview")}\n\n{cards.Of(member.Profile)}",
        Buttons =
        [
            [new BotButton(words.Plain("LooksGood"), new Press(PressVerb.LooksGood)), new BotButton(words.Plain("Change"), new Press(PressVerb.ChangeMenu))],
            .. Unfinished(member),
        ],
    };

    private BotButton[][] Unfinished(Member member) => member.NextQuestion is null ? [] : [[new BotButton(words.Plain("GoOn"), new Press(PressVerb.GoOn))]];

    private IReadOnlyList<IReadOnlyList<BotButton>> Changes() =>
        [.. Enum.GetValues<ProfileQuestion>().Select(question => new BotButton(words.Plain($"Field.{question}"), Press.Of(PressVerb.Change, question))).Chunk(2)];
}
