using Weave.Communities;
using Weave.Members;
using Weave.Notifications;
using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>News of rooms that are planned, with buttons to answer.</summary>
internal sealed class RoomNewsText(IGrainFactory grains, RoomNewsWords news, Words words, RoomPlaceButtons buttons)
{
    public async Task<BotMessage?> Word(Notice notice, Guid id, Member reader)
    {
        // Where they took it has said so, and offers the entry for the calendar: the room's card here, or the page.
        if (notice is RoomPlaceTaken)
            return null;
        var room = await grains.GetGrain<IRoomGrain>(id).Page(reader.Id);
        var community = await grains.GetGrain<ICommunityGrain>(room.Community).Get(null);
        if (news.Say(notice, room, community.Settings.Name, Words.Mark) is not { } said)
            return null;
        return new BotMessage
        {
            Text = $"<b>{words.Timed(said.Title, reader.Profile)}</b>\n{words.Timed(said.Text, reader.Profile)}",
            Calendar = said.Calendar,
            Buttons = notice is RoomCancelled ? [] : [.. buttons.Of(room), [new BotButton(news["About"], RoomPress.Of(RoomPress.Card, id))]],
        };
    }
}
