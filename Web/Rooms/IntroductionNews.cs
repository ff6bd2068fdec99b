using Microsoft.Extensions.Localization;
using Weave.Notifications;
using Weave.Shell;
using Weave.Telegram;

namespace Weave.Rooms;

/// <summary>What members are told about introductions after a room, by mail and in the bot, as things stand when it is sent. In the current language.</summary>
internal sealed class IntroductionNews(IGrainFactory grains, IStringLocalizer<IntroductionTexts> texts, MailLinks links, SiteAddress site, TimeProvider time)
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromDays(60);

    /// <summary>Null when it was decided meanwhile, or one has blocked the other.</summary>
    public async Task<Letter?> Asked(IntroductionAsked asked, Guid reader)
    {
        if (await Asking(asked.Room, asked.By, reader) is not { Who: var who })
            return null;
        string Answer(MailVerb verb) => links.Page(new(verb, $"{new AskerChosen(asked.Room, who.Number)}", reader, time.GetUtcNow() + LinkLives));
        return new(texts["AskedSubject", who.Name],
        [
            new LetterPart.Paragraph(texts["AskedText", who.Name, await Title(asked.Room)]),
            new LetterPart.Heading(who.Name),
            .. About(who).Select(line => new LetterPart.Paragraph(line)),
            new LetterPart.Button(texts["Agree"], Answer(MailVerb.Introduce)),
            new LetterPart.Link(texts["Decline"], Answer(MailVerb.NoIntroduction)),
        ]);
    }

    public async Task<Letter?> Agreed(IntroductionAgreed agreed, Guid reader) => await Met(agreed.Room, agreed.By, reader) is { Who.Name: var name }
        ? new(texts["AgreedSubject", name],
        [
            new LetterPart.Paragraph(texts["AgreedText", name, await Title(agreed.Room)]),
            new LetterPart.Button(texts["AgreedDo"], Page(agreed.Room)),
        ])
        : null;

    public async Task<BotMessage?> Ask(IntroductionAsked asked, Guid reader)
    {
        if (await Asking(asked.Room, asked.By, reader) is not { Who: var who })
            return null;
        var text = string.Join('\n', [Html.Escape(texts["AskedText", who.Name, await Title(asked.Room)]), "", $"<b>{Html.Escape(who.Name)}</b>", .. About(who).Select(Html.Escape)]);
        return new()
        {
            Text = text,
            Buttons =
            [
                [new BotButton(texts["Agree"], Press.Introduce(true, asked.Room, asked.By)), new BotButton(texts["Decline"], Press.Introduce(false, asked.Room, asked.By))],
            ],
        };
    }

    public async Task<BotMessage?> Tell(IntroductionAgreed agreed, Guid reader) => await Met(agreed.Room, agreed.By, reader) is { Who.Name: var name }
        ? new()
        {
            Text = $"<b>{Html.Escape(texts["AgreedSubject", name])}</b>\n{Html.Escape(texts["AgreedText", name, await Title(agreed.Room)])}",
            Buttons = [[new BotButton(texts["AgreedDo"], new Press(PressVerb.Contacts, '0'))]],
        }
        : null;

    /// <summary>A decision taken in the bot.</summary>
    public async Task Decide(Turn turn, Press press)
    {
        if (!press.IsIntroduction(out var room, out var by))
            return;
        if (await Asking(room, by, turn.Me.Id) is not { Who: var who })
        {
            turn.Show(new BotMessage { Text = texts["Decided"] });
            return;
        }
        var agree = press.Choice == Press.Yes;
        await grains.GetGrain<IRoomGrain>(room).AnswerIntroduction(turn.Me.Id, who.Number, agree);
        turn.Show(new BotMessage { Text = Html.Escape(texts[agree ? "YouAgreed" : "YouDeclined", who.Name]) });
    }

    private async Task<PersonAfter?> Asking(Guid room, Guid by, Guid reader) =>
        (await grains.GetGrain<IRoomGrain>(room).After(reader)).Asking.FirstOrDefault(person => person.Who.Member == by);

    private async Task<PersonAfter?> Met(Guid room, Guid by, Guid reader) =>
        (await grains.GetGrain<IRoomGrain>(room).After(reader)).Met.FirstOrDefault(person => person.Who.Member == by);

    private async Task<string> Title(Guid room) => (await grains.GetGrain<IRoomGrain>(room).Page(null)).Plan.Title;

    private string Page(Guid room) => site.Link($"/rooms/{room:N}");

    private static IEnumerable<string> About(Participant who) =>
        new[] { string.Join(" · ", new[] { who.Headline, who.Company }.Where(line => line.Length > 0)), who.LooksFor, who.Offers }.Where(line => line.Length > 0);
}
