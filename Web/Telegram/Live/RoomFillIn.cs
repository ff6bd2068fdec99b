using Weave.Members;

namespace Weave.Telegram;

/// <summary>For those who have filled in no contact: in place of all buttons that would give it, one that leads to where they do.</summary>
internal sealed class RoomFillIn(Words words, MiniApp app)
{
    public BotButton Button => app.Button(words.Plain("Room.FillIn"), "/me/settings") ?? new(words.Plain("Room.FillIn"), new Press(PressVerb.Web));

    /// <summary>Whether they have something to give.</summary>
    public static bool HasContact(ContactCard card, ContactFields shares) => (card.Filled() & shares) != ContactFields.None;
}
