using Weave;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeaveSilo();
builder.AddShell();
builder.AddMembers();
builder.AddCommunities();
builder.AddMatching();
builder.AddRooms();
builder.AddContacts();
builder.AddNotifications();
builder.AddTelegram();
builder.AddDemo(args);

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
