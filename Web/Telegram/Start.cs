using Weave.Communities;
using Weave.Members;
using Weave.Shell;

namespace Weave.Telegram;

/// <summary>How somebody comes in: the greeting, deep links, one tap that makes the account, and the end of the questionnaire.</summary>
internal sealed class Start(IGrainFactory grains, Words words, Refusals refusals, Questionnaire questionnaire, CommunityList communities, BrowserSignIn signIn, RoomDoor rooms, MiniApp app)
{
    private const string JoinPrefix = "join_";
    private const string LinkPrefix = "link_";

    /// <summary><c>/start</c>, alone or with what a deep link carries.</summary>
    public async Task Begin(Turn turn, string payload)
    {
        if (payload.StartsWith(LinkPrefix, StringComparison.Ordinal))
            await Link(turn, payload[LinkPrefix.Length..]);
        else if (payload.StartsWith(BrowserSignIn.Prefix, StringComparison.Ordinal))
            await signIn.Ask(turn, payload[BrowserSignIn.Prefix.Length..]);
        else if (payload.StartsWith(JoinPrefix, StringComparison.Ordinal) && Slug.IsValid(payload[JoinPrefix.Length..]))
            await Invited(turn, payload[JoinPrefix.Length..]);
        else if (payload.StartsWith(RoomDoor.Prefix, StringComparison.Ordinal))
            await InvitedToRoom(turn, payload);
        else if (turn.Member is null)
            Greet(turn);
        else
            Resume(turn, words.Html("HelloAgain", turn.Member.Profile.Name));
    }

    /// <summary>For somebody without an account.</summary>
    public void Greet(Turn turn) => turn.Say(Greeting(turn, words.Html("Greeting", turn.From.FirstName)));

    /// <summary>The one tap: makes the account, joins where a deep link led, and asks the first question.</summary>
    public async Task Join(Turn turn)
    {
        if (turn.Member is { } known && turn.Chat.Pending is null && (turn.Chat.Awaiting is not null || known.NextQuestion is null))
        {
            turn.Toast = words.Plain("AlreadyIn");
            return;
        }
        var id = await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(turn.From.Id)).FindOrCreate(new NewMember
        {
            Name = turn.FullName,
            Language = Languages.Nearest(turn.From.LanguageCode),
            Telegram = turn.Link,
        });
        turn.Member = await grains.GetGrain<IMemberGrain>(id).Get();
        var lead = words.Html("Welcome", turn.Member.Profile.Name);
        var pending = turn.Chat.Pending;
        turn.Chat = turn.Chat with { Pending = null };
        // Who was called into a room goes there first: questions can wait.
        if (pending?.StartsWith(RoomDoor.Prefix, StringComparison.Ordinal) == true)
        {
            await rooms.Invited(turn, pending[RoomDoor.Prefix.Length..]);
            return;
        }
        if (pending is not null)
            lead = $"{lead}\n{await communities.JoinNow(turn, pending)}";
        questionnaire.Begin(turn, $"{lead}\n{words.Html("FewQuestions")}\n\n");
    }

    /// <summary>"Looks good": on to the communities.</summary>
    public async Task Finish(Turn turn)
    {
        turn.Toast = words.Plain("Saved");
        await communities.List(turn, 0);
    }

    private async Task Invited(Turn turn, string slug)
    {
        if (turn.Member is not null)
        {
            Resume(turn, await communities.JoinNow(turn, slug));
            return;
        }
        var community = await grains.GetGrain<ICommunityGrain>(slug).Get(null);
        turn.Chat = turn.Chat with { Pending = slug };
        turn.Say(Greeting(turn, words.Html("GreetingInvited", turn.From.FirstName, community.Settings.Name)));
    }

    private async Task InvitedToRoom(Turn turn, string payload)
    {
        var subject = payload[RoomDoor.Prefix.Length..];
        if (turn.Member is not null)
        {
            await rooms.Invited(turn, subject);
            return;
        }
        var (title, community) = await rooms.About(subject);
        turn.Chat = turn.Chat with { Pending = payload };
        turn.Say(Greeting(turn, words.Html("Room.GreetingInvited", turn.From.FirstName, title, community)));
    }

    private async Task Link(Turn turn, string secret)
    {
        try
        {
            var link = grains.GetGrain<IOneTimeLinkGrain>(OneTimeSecret.KeyOf(secret));
            if (await link.Peek() is not { Purpose: OneTimePurpose.LinkTelegram, Member: { } member })
                throw new Refused(Refusal.NotFound);
            await link.Redeem();
            await grains.GetGrain<IAccountGrain>(AccountKey.Telegram(turn.From.Id)).Link(member, turn.Link);
            turn.Member = await grains.GetGrain<IMemberGrain>(member).Get();
            Resume(turn, words.Html("Linked", turn.Member.Profile.Name));
        }
        catch (Refused refused)
        {
            var said = refused.Reason == Refusal.Taken ? words.Html("LinkTaken", turn.Member?.Profile.Name ?? "") : Html.Escape(refusals.Say(refused));
            if (turn.Member is null)
                turn.Say(Greeting(turn, said));
            else
                Resume(turn, said);
        }
    }

    /// <summary>What members of a community do there.</summary>
    public static BotButton[] Inside(Words words) =>
        [new(words.Plain("Rounds"), new Press(PressVerb.Rounds)), new(words.Plain("Rooms"), new Press(PressVerb.Room, RoomPress.List))];

    private void Resume(Turn turn, string said) => turn.Say(Menu(turn.Me, said));

    private BotMessage Greeting(Turn turn, string text) => new()
    {
        Text = text,
        Buttons = [[new BotButton(words.Plain("JoinAs", turn.FullName), new Press(PressVerb.Join))]],
    };

    private BotMessage Menu(Member me, string said) => new()
    {
        Text = $"{said}\n{words.Html("WhatNow")}",
        Buttons =
        [
            .. me.NextQuestion is null ? (BotButton[][])[] : [[new BotButton(words.Plain("GoOn"), new Press(PressVerb.GoOn))]],
            [new BotButton(words.Plain("MyCard"), new Press(PressVerb.Card)), new BotButton(words.Plain("Communities"), new Press(PressVerb.Communities, '0'))],
            Inside(words),
            [app.Button(words.Plain("OpenApp")) ?? new BotButton(words.Plain("OpenWeb"), new Press(PressVerb.Web))],
        ],
    };
}
