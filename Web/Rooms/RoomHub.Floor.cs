namespace Weave.Rooms;

/// <summary>What participants do with each other.</summary>
public sealed partial class RoomHub
{
    public Task Wish(int number, bool wanted) => Room.Wish(Me, number, wanted);

    public Task Whisper(int to, string key, string text) => Room.Whisper(Me, to, key ?? "", text ?? "");

    public Task WhispersSeen(long upTo) => Room.WhispersSeen(Me, upTo);

    public Task React(Reaction reaction) => Room.React(Me, reaction);
}
