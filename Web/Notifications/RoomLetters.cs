using Weave.Communities;
using Weave.Rooms;
using Weave.Shell;
using static Weave.Notifications.LetterPart;

namespace Weave.Notifications;

/// <summary>Letters about rooms that are planned, with buttons that answer without a session.</summary>
internal sealed class RoomLetters(RoomNewsWords words, MailLinks links, SiteAddress site)
{
    /// <summary>Null when it is overtaken by what has happened since.</summary>
    public Letter? Write(Notice notice, RoomPage room, Community community, LetterReader reader) => words.Say(notice, room, community.Settings.Name, reader.Say) is not { } said ? null
        : new(said.Title,
        [
            new Paragraph(said.Text),
            .. Buttons(notice, room, reader),
            new Link(words["About"], site.Link($"/rooms/{room.Id:N}")),
            .. notice is RoomAnnounced ? (LetterPart[])[new Link(words["Stop", community.Settings.Name], links.Page(Stop(community, reader)))] : [],
        ])
        {
            Calendar = said.Calendar,
            Unsubscribe = notice is RoomAnnounced ? links.OneClick(Stop(community, reader)) : null,
        };

    private IEnumerable<LetterPart> Buttons(Notice notice, RoomPage room, LetterReader reader) => notice switch
    {
        RoomAnnounced => [Answer("Come", MailVerb.Come, room, reader)],
        RoomSoon { Ahead: RoomAhead.Now or RoomAhead.Hour } => [new Button(words["Open"], site.Link($"/rooms/{room.Id:N}"))],
        RoomPlaceFree or RoomPlaceTaken or RoomSoon => [Answer("NotCome", MailVerb.NotCome, room, reader)],
        RoomMoved when room.Mine == RoomPlace.Coming => [Answer("NotCome", MailVerb.NotCome, room, reader)],
        _ => [],
    };

    private Button Answer(string text, MailVerb verb, RoomPage room, LetterReader reader) =>
        new(words[text], links.Page(new(verb, room.Id.ToString("N"), reader.Id, room.Plan.StartsAt)));

    private static MailAnswer Stop(Community community, LetterReader reader) => new(MailVerb.Stop, community.Slug, reader.Id, reader.Now.AddDays(60));
}
