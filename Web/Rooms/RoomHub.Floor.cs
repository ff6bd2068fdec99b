namespace Weave.Rooms;

/// <summary>What participants do with each other.</summary>
public sealed partial class RoomHub
{
    public Task Wish(int number, bool wanted) => Room.Wish(Me, number, wanted);

    public Task Whisper(int to, string key, string text) => Room.Whisper(Me, to, key ?? "", text ?? "");

    public Task WhispersSeen(long upTo) => Room.WhispersSeen(Me, upTo);

    public Task OpenFloor(int step) => Room.OpenFloor(Me, step);

    public Task RaiseHand(bool up) => Room.RaiseHand(Me, up);

    public Task Ask(string key, int? to, string text) => Room.Ask(Me, key ?? "", to, text ?? "");

    public Task Vote(long question, bool important) => Room.Vote(Me, question, important);

    public Task Settle(long question, QuestionStanding standing) => Room.Settle(Me, question, standing);

    public Task TurnQuestion(int turn) => Room.TurnQuestion(Me, turn);

    public Task WriteNote(int round, int version, string text) => Room.WriteNote(Me, round, version, text ?? "");

    public Task CallHelp(bool wanted) => Room.CallHelp(Me, wanted);

    public Task ComeToTable(int table, bool coming) => Room.ComeToTable(Me, table, coming);

    public Task ShareWithRoom(Weave.Members.ContactFields fields) => Room.ShareWithRoom(Me, fields);

    public Task React(Reaction reaction) => Room.React(Me, reaction);
}
