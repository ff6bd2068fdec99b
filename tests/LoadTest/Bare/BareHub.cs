using Microsoft.AspNetCore.SignalR;

namespace Weave.LoadTest.Bare;

/// <summary>The least there can be of a live room: groups, and a message of a kilobyte to each member of one.</summary>
internal sealed class BareHub : Hub
{
    public const string Path = "/bare";
    private static readonly string Kilobyte = new('x', 1024);

    public Task Join(string group) => Groups.AddToGroupAsync(Context.ConnectionId, group);

    public Task Broadcast(string group, int number) => Clients.Group(group).SendAsync("events", number, Kilobyte);
}
