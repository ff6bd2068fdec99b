namespace Weave.Rooms;

/// <summary>What participants do with each other.</summary>
public sealed partial class RoomHub
{
    /// <inheritdoc cref="IRoomGrain.Wish"/>
    public Task Wish(int number, bool wanted) => Room.Wish(Me, number, wanted);

    /// <inheritdoc cref="IRoomGrain.Whisper"/>
    public Task Whisper(int to, string key, string text) => Room.Whisper(Me, to, key ?? "", text ?? "");

    /// <inheritdoc cref="IRoomGrain.WhispersSeen"/>
    public Task WhispersSeen(long upTo) => Room.WhispersSeen(Me, upTo);

    /// <inheritdoc cref="IRoomGrain.OpenFloor"/>
    public Task OpenFloor(int step) => Room.OpenFloor(Me, step);

    /// <inheritdoc cref="IRoomGrain.RaiseHand"/>
    public Task RaiseHand(bool up) => Room.RaiseHand(Me, up);

    /// <inheritdoc cref="IRoomGrain.Ask"/>
    public Task Ask(string key, int? to, string text) => Room.Ask(Me, key ?? "", to, text ?? "");

    /// <inheritdoc cref="IRoomGrain.Vote"/>
    public Task Vote(long question, bool important) => Room.Vote(Me, question, important);

    /// <inheritdoc cref="IRoomGrain.Settle"/>
    public Task Settle(long question, QuestionStanding standing) => Room.Settle(Me, question, standing);

    /// <inheritdoc cref="IRoomGrain.TurnQuestion"/>
    public Task TurnQuestion(int turn) => Room.TurnQuestion(Me, turn);

    /// <inheritdoc cref="IRoomGrain.WriteNote"/>
    public Task WriteNote(int round, int version, string text) => Room.WriteNote(Me, round, version, text ?? "");

    /// <inheritdoc cref="IRoomGrain.CallHelp"/>
    public Task CallHelp(bool wanted) => Room.CallHelp(Me, wanted);

    /// <inheritdoc cref="IRoomGrain.ComeToTable"/>
    public Task ComeToTable(int table, bool coming) => Room.ComeToTable(Me, table, coming);

    /// <inheritdoc cref="IRoomGrain.ShareWithRoom"/>
    public Task ShareWithRoom(Weave.Members.ContactFields fields) => Room.ShareWithRoom(Me, fields);

    /// <inheritdoc cref="IRoomGrain.React"/>
    public Task React(Reaction reaction) => Room.React(Me, reaction);
}
