using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Weave.Members;
using Weave.Shell;

namespace Weave.Rooms;

/// <summary>
/// What a browser in a live room asks for. Methods only translate; what happens in the room comes back by <see cref="RoomRelay"/>. A connection is in
/// one room at a time.
/// </summary>
[Authorize]
public sealed partial class RoomHub(RoomWatches watches, IGrainFactory grains) : Hub
{
    private const string RoomItem = "room";

    private Guid Me => Viewer.IdOf(Context.User!) ?? throw new Refused(Refusal.NotSignedIn);

    private Guid? Here => InRoom?.GetPrimaryKey();

    private IRoomGrain Room => InRoom ?? throw new Refused(Refusal.NotInTheRoom);

    /// <summary>Kept with the connection: to find it anew for each call costs more than the rest of the call does here.</summary>
    private IRoomGrain? InRoom => Context.Items.TryGetValue(RoomItem, out var room) ? (IRoomGrain?)room : null;

    /// <summary>Comes in, or back; for another room the connection was in before, it is gone.</summary>
    public async Task<RoomSnapshot> Join(Guid room)
    {
        if (Here is { } other && other != room)
            await Gone();
        var snapshot = await watches.Join(room, Me, Context.ConnectionId);
        Context.Items[RoomItem] = grains.GetGrain<IRoomGrain>(room);
        return snapshot;
    }

    /// <summary>The snapshot of the room this connection is in; refuses with <see cref="Refusal.NotInTheRoom"/> for any other.</summary>
    public Task<RoomSnapshot> Snapshot(Guid room) =>
        Here == room ? watches.Snapshot(room, Me, Context.ConnectionId) : throw new Refused(Refusal.NotInTheRoom);

    /// <summary>Leaves by one's own will. Does nothing for a connection that is in no room.</summary>
    public async Task Leave()
    {
        if (Here is null)
            return;
        await Room.Leave(Me);
        await Gone();
    }

    /// <inheritdoc cref="IRoomGrain.Introduce"/>
    public Task Introduce(int step) => Room.Introduce(Me, step);

    /// <inheritdoc cref="IRoomGrain.PassTurn"/>
    public Task PassTurn(bool pass) => Room.PassTurn(Me, pass);

    /// <inheritdoc cref="IRoomGrain.NextSpeaker"/>
    public Task NextSpeaker(int step) => Room.NextSpeaker(Me, step);

    /// <inheritdoc cref="IRoomGrain.StartRound"/>
    public Task StartRound(int step) => Room.StartRound(Me, step);

    /// <inheritdoc cref="IRoomGrain.EndRound"/>
    public Task EndRound(int step) => Room.EndRound(Me, step);

    /// <inheritdoc cref="IRoomGrain.ExtendRound"/>
    public Task ExtendRound(int step, int seconds) => Room.ExtendRound(Me, step, TimeSpan.FromSeconds(seconds));

    /// <inheritdoc cref="IRoomGrain.CountDown"/>
    public Task CountDown(int step, RoomPhase next) => Room.CountDown(Me, step, next);

    /// <inheritdoc cref="IRoomGrain.CallOff"/>
    public Task CallOff(RoomPhase next) => Room.CallOff(Me, next);

    /// <inheritdoc cref="IRoomGrain.Close"/>
    public Task Close(int step) => Room.Close(Me, step);

    /// <inheritdoc cref="IRoomGrain.Say"/>
    public Task Say(string key, string text) => Room.Say(Me, key ?? "", text ?? "");

    /// <inheritdoc cref="IRoomGrain.SayToRoom"/>
    public Task SayToRoom(string key, string text) => Room.SayToRoom(Me, key ?? "", text ?? "");

    /// <inheritdoc cref="IRoomGrain.ShareContact"/>
    public Task ShareContact(int? to, ContactFields fields) => Room.ShareContact(Me, to, fields);

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await Gone();
        await base.OnDisconnectedAsync(exception);
    }

    private async Task Gone()
    {
        if (Here is not { } room)
            return;
        Context.Items.Remove(RoomItem);
        await watches.Gone(room, Me, Context.ConnectionId);
    }
}
