using Microsoft.Extensions.Options;
using Weave;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddDemo(args);
    builder.AddWeaveSilo();
    builder.AddShell();
    builder.AddMembers();
    builder.AddCommunities();
    builder.AddMatching();
    builder.AddRooms();
    builder.AddContacts();
    builder.AddNotifications();
    builder.AddTelegram();

    var app = builder.Build();
    app.UseShell();
    app.MapShell();
    app.MapMembers();
    app.MapCommunities();
    app.MapMatching();
    app.MapRooms();
    app.MapContacts();
    app.MapNotifications();
    app.MapTelegram();

    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException e)
{
    // A mistake in the settings, not in the program: the sentence helps, the stack does not.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
