namespace Weave.Rooms;

/// <summary>What organizers may besides moving the room on.</summary>
public sealed partial class RoomHub
{
    /// <inheritdoc cref="IRoomGrain.Pause"/>
    public Task Pause(int step) => Room.Pause(Me, step);

    /// <inheritdoc cref="IRoomGrain.Resume"/>
    public Task Resume(int step) => Room.Resume(Me, step);

    /// <inheritdoc cref="IRoomGrain.AskForTime"/>
    public Task AskForTime(int step) => Room.AskForTime(Me, step);

    /// <inheritdoc cref="IRoomGrain.MoveTo"/>
    public Task MoveTo(int step, int number, int table) => Room.MoveTo(Me, step, number, table);

    /// <inheritdoc cref="IRoomGrain.Swap"/>
    public Task Swap(int step, int number, int instead, int table) => Room.Swap(Me, step, number, instead, table);

    /// <inheritdoc cref="IRoomGrain.Arrange"/>
    public Task Arrange(int step) => Room.Arrange(Me, step);

    /// <inheritdoc cref="IRoomGrain.Rearrange"/>
    public Task Rearrange(int step, int number, int table, int? instead) => Room.Rearrange(Me, step, number, table, instead);

    /// <inheritdoc cref="IRoomGrain.ForgetArrangement"/>
    public Task ForgetArrangement(int step) => Room.ForgetArrangement(Me, step);

    /// <inheritdoc cref="IRoomGrain.Lock"/>
    public Task Lock(bool locked) => Room.Lock(Me, locked);

    /// <inheritdoc cref="IRoomGrain.TakeOut"/>
    public Task TakeOut(int number) => Room.TakeOut(Me, number);

    /// <inheritdoc cref="IRoomGrain.LetIn"/>
    public Task LetIn(int number) => Room.LetIn(Me, number);

    /// <inheritdoc cref="IRoomGrain.Mute"/>
    public Task Mute(int number, bool muted) => Room.Mute(Me, number, muted);

    /// <inheritdoc cref="IRoomGrain.Broadcast"/>
    public Task Broadcast(string key, string text) => Room.Broadcast(Me, key ?? "", text ?? "");

    /// <inheritdoc cref="IRoomGrain.Appoint"/>
    public Task Appoint(int number, bool appoint) => Room.Appoint(Me, number, appoint);

    /// <inheritdoc cref="IRoomGrain.TakeSeats"/>
    public Task TakeSeats(bool seated) => Room.TakeSeats(Me, seated);

    /// <inheritdoc cref="IRoomGrain.TakeLead"/>
    public Task TakeLead() => Room.TakeLead(Me);

    /// <inheritdoc cref="IRoomGrain.Desk"/>
    public Task<RoomDesk> Desk() => Room.Desk(Me);
}
