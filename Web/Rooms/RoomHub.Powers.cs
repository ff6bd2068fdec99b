namespace Weave.Rooms;

/// <summary>What organizers may besides moving the room on.</summary>
public sealed partial class RoomHub
{
    public Task Pause(int step) => Room.Pause(Me, step);

    public Task Resume(int step) => Room.Resume(Me, step);

    public Task AskForTime(int step) => Room.AskForTime(Me, step);

    public Task MoveTo(int step, int number, int table) => Room.MoveTo(Me, step, number, table);

    public Task Swap(int step, int number, int instead, int table) => Room.Swap(Me, step, number, instead, table);

    public Task Arrange(int step) => Room.Arrange(Me, step);

    public Task Rearrange(int step, int number, int table, int? instead) => Room.Rearrange(Me, step, number, table, instead);

    public Task ForgetArrangement(int step) => Room.ForgetArrangement(Me, step);

    public Task Lock(bool locked) => Room.Lock(Me, locked);

    public Task TakeOut(int number) => Room.TakeOut(Me, number);

    public Task LetIn(int number) => Room.LetIn(Me, number);

    public Task Mute(int number, bool muted) => Room.Mute(Me, number, muted);

    public Task Broadcast(string key, string text) => Room.Broadcast(Me, key ?? "", text ?? "");

    public Task Appoint(int number, bool appoint) => Room.Appoint(Me, number, appoint);

    public Task TakeLead() => Room.TakeLead(Me);

    public Task<RoomDesk> Desk() => Room.Desk(Me);
}
