using System.Collections.Immutable;
using Telegram.Bot.Types;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>
/// Leads through the questions, and changes single answers. What is awaited tells the two apart: <c>q3</c> is the fourth question of the questionnaire,
/// <c>c3</c> the same one asked for a change, <c>t…</c> a text nobody asked for that waits to be put somewhere.
/// </summary>
internal sealed class Questionnaire(IGrainFactory grains, Words words, Questions questions, MyCard card, IncomingPictures pictures)
{
    private const char InOrder = 'q';
    private const char ForChange = 'c';
    private const char Homeless = 't';

    /// <summary>Asks the next question, or shows the card when there is none.</summary>
    public void Begin(Turn turn, string lead = "")
    {
        if (turn.Me.NextQuestion is { } next)
            Ask(turn, next, InOrder, lead);
        else
            Finish(turn, lead);
    }

    public Task GoOn(Turn turn)
    {
        Begin(turn);
        return Task.CompletedTask;
    }

    /// <summary>Skip, Done, Change, or Keep this text as the answer.</summary>
    public async Task Pressed(Turn turn, char verb, ProfileQuestion question)
    {
        _ = turn.Me;
        if (verb == PressVerb.Change)
            Ask(turn, question, ForChange, "");
        else if (verb == PressVerb.Keep && turn.Chat.Awaiting is [Homeless, .. var text])
            await Store(turn, questions.Read(question, text, turn.Me.Profile) ?? new ProfileChange(), question, ForChange);
        else if (Awaited(turn) is var (mode, awaited) && awaited == question)
            await Next(turn, question, mode);
        else
            turn.Toast = words.Plain("QuestionDone");
    }

    public async Task Meets(Turn turn, MeetingPreference meets)
    {
        if (Awaited(turn) is (var mode, ProfileQuestion.Meets))
            await Store(turn, new ProfileChange { Meets = meets }, ProfileQuestion.Meets, mode);
        else
            turn.Toast = words.Plain("QuestionDone");
    }

    public Task Interest(Turn turn, Press press) => Toggle(turn, ProfileQuestion.Interests, () =>
        questions.Interest(press.Subject, turn.Me.Profile) is { } tag ? new ProfileChange { Interests = With(turn.Me.Profile.Interests, tag, press.Choice) } : null);

    public Task Language(Turn turn, Press press) => Toggle(turn, ProfileQuestion.Languages, () =>
        LanguageCodes.All.Contains(press.Subject) ? new ProfileChange { Languages = With(turn.Me.Profile.Languages, press.Subject, press.Choice) } : null);

    /// <summary>Something typed: the answer awaited, or else a text that must not get lost.</summary>
    public async Task Text(Turn turn, string text)
    {
        _ = turn.Me;
        if (Awaited(turn) is not var (mode, question))
        {
            AskWhereTo(turn, text);
            return;
        }
        if (questions.Read(question, text, turn.Me.Profile) is not { } change)
        {
            Ask(turn, question, mode, words.Html(question == ProfileQuestion.Picture ? "PhotoPlease" : "ButtonPlease") + "\n");
            return;
        }
        try
        {
            if (question is ProfileQuestion.Interests or ProfileQuestion.Languages)
            {
                turn.Member = await Grain(turn).Change(change);
                Ask(turn, question, mode, words.Html("Added") + "\n");
                return;
            }
            await Store(turn, change, question, mode);
        }
        catch (Refused refused) when (refused.Reason is Refusal.TooLong or Refusal.OutOfRange)
        {
            Ask(turn, question, mode, words.Html(refused.Reason == Refusal.TooLong ? "TooLong" : "TooMany", Questions.Limit(question), text.Length) + "\n");
        }
    }

    /// <summary>A photo is always meant as one's picture.</summary>
    public async Task Photo(Turn turn, PhotoSize[] sizes)
    {
        if (await pictures.Take(turn.Me.Id, sizes) is not { } taken)
        {
            turn.Say(new BotMessage { Text = words.Html("PictureOnWeb") });
            return;
        }
        turn.Member = taken;
        var mode = Awaited(turn) is (var asked, ProfileQuestion.Picture) ? asked : ForChange;
        await Next(turn, ProfileQuestion.Picture, mode);
    }

    /// <summary>The text nobody asked for is wanted nowhere.</summary>
    public Task Drop(Turn turn)
    {
        if (turn.Chat.Awaiting is [Homeless, ..])
            turn.Chat = turn.Chat with { Awaiting = null };
        turn.Show(new BotMessage { Text = words.Html("Dropped") });
        return Task.CompletedTask;
    }

    private async Task Toggle(Turn turn, ProfileQuestion question, Func<ProfileChange?> change)
    {
        _ = turn.Me;
        if (Awaited(turn) is not var (mode, awaited) || awaited != question || change() is not { } wanted)
        {
            turn.Toast = words.Plain("QuestionDone");
            return;
        }
        turn.Member = await Grain(turn).Change(wanted);
        Ask(turn, question, mode, "");
    }

    private async Task Store(Turn turn, ProfileChange change, ProfileQuestion question, char mode)
    {
        turn.Member = await Grain(turn).Change(change);
        await Next(turn, question, mode);
    }

    private async Task Next(Turn turn, ProfileQuestion question, char mode)
    {
        turn.Member = await Grain(turn).Pass(question);
        if (mode == InOrder)
            Begin(turn);
        else
            Finish(turn, words.Html("Saved") + "\n");
    }

    private void Finish(Turn turn, string lead)
    {
        turn.Chat = turn.Chat with { Awaiting = null, QuestionMessage = null };
        turn.Show(card.Preview(turn.Me, lead));
    }

    private void Ask(Turn turn, ProfileQuestion question, char mode, string lead)
    {
        turn.Chat = turn.Chat with { Awaiting = $"{mode}{(char)('0' + (int)question)}", QuestionMessage = turn.Pressed };
        turn.Show(questions.Ask(question, turn.Me.Profile, lead, mode == ForChange));
    }

    private void AskWhereTo(Turn turn, string text)
    {
        turn.Chat = turn.Chat with { Awaiting = Homeless + text };
        turn.Say(questions.WhereTo());
    }

    private IMemberGrain Grain(Turn turn) => grains.GetGrain<IMemberGrain>(turn.Me.Id);

    private static (char Mode, ProfileQuestion Question)? Awaited(Turn turn) => turn.Chat.Awaiting is [InOrder or ForChange, >= '0' and <= '9']
        ? (turn.Chat.Awaiting[0], (ProfileQuestion)(turn.Chat.Awaiting[1] - '0')) : null;

    private static ImmutableArray<string> With(ImmutableArray<string> chosen, string item, char choice)
    {
        var others = chosen.RemoveAll(other => string.Equals(other, item, StringComparison.OrdinalIgnoreCase));
        return choice == Press.No ? others : others.Length < chosen.Length ? chosen : chosen.Add(item);
    }
}
