using Weave.Members;
using Weave.Notifications;

namespace Weave.Telegram;

/// <summary>What Weave holds about the member: as a file, or erased for good.</summary>
internal sealed class OwnData(IGrainFactory grains, Words words)
{
    public Task Export(Turn turn)
    {
        turn.Say(new BotMessage { Text = words.Html("Export"), Export = turn.Me.Id });
        return Task.CompletedTask;
    }

    public Task AskToForget(Turn turn)
    {
        _ = turn.Me;
        turn.Say(new BotMessage
        {
            Text = words.Html("ForgetAsk"),
            Buttons =
            [
                [new BotButton(words.Plain("ForgetNo"), new Press(PressVerb.Forget, Press.No))],
                [new BotButton(words.Plain("ForgetYes"), new Press(PressVerb.Forget, Press.Yes))],
            ],
        });
        return Task.CompletedTask;
    }

    public async Task Forget(Turn turn, Press press)
    {
        if (press.Choice != Press.Yes)
        {
            turn.Show(new BotMessage { Text = words.Html("ForgetKept") });
            return;
        }
        // Pressed again after a crash: whoever is gone already is told so.
        if (turn.Member is { } member)
            await grains.GetGrain<IPersonalDataGrain>(member.Id).Erase();
        turn.Member = null;
        turn.Chat = new TelegramChat();
        turn.Show(new BotMessage { Text = words.Html("Forgotten") });
    }
}
