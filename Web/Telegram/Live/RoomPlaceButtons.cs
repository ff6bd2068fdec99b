using Weave.Rooms;

namespace Weave.Telegram;

/// <summary>What somebody can do about a room from outside: come in, say that they will come, or that they cannot.</summary>
internal sealed class RoomPlaceButtons(RoomNewsWords news, Words words, MiniApp app)
{
    public IReadOnlyList<IReadOnlyList<BotButton>> Of(RoomPage room) => [.. Rows(room)];

    /// <summary>For a room that comes again: whether to be asked each time.</summary>
    public IReadOnlyList<IReadOnlyList<BotButton>> Asking(Guid room, RoomSeries? series) => series is not { Ended: false } ? []
        : [[new BotButton(words.Plain(series.Subscribed ? "Rooms.NotAsk" : "Rooms.Ask"), RoomPress.Of(series.Subscribed ? RoomPress.NotAsk : RoomPress.Ask, room))]];

    private IEnumerable<BotButton[]> Rows(RoomPage room)
    {
        if (room.Phase == RoomPhase.Closed)
            yield break;
        if (room.Open && !room.Full)
        {
            yield return [new BotButton(words.Plain("Rooms.JoinHere"), RoomPress.Of(RoomPress.JoinHere, room.Id))];
            if (app.Button(words.Plain("Rooms.JoinInWeave"), $"/rooms/{room.Id:N}") is { } open)
                yield return [open];
        }
        if (room is { Phase: RoomPhase.Lobby, Mine: RoomPlace.Coming })
            yield return [new BotButton(words.Plain("Rooms.Calendar"), RoomPress.Of(RoomPress.Calendar, room.Id))];
        if (room.Mine is RoomPlace.Coming or RoomPlace.Waiting)
            yield return [new BotButton(news[room.Mine == RoomPlace.Coming ? "NotCome" : "NotLine"], RoomPress.Of(RoomPress.NotCome, room.Id))];
        else if (!room.Open || room.Full)
            yield return [new BotButton(news[room.Full ? "Line" : "Come"], RoomPress.Of(RoomPress.Come, room.Id))];
    }
}
