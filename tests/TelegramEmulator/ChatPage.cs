using System.Text.Json;
using Weave.Telegram.Emulator.Wire;

namespace Weave.Telegram.Emulator;

/// <summary>A page on which people try a bot without Telegram: users, their chats, buttons to press, a line to type in.</summary>
internal static class ChatPage
{
    public static void MapChatPage(this WebApplication app, BotApi api)
    {
        app.MapGet("/", () => Part("index.html", "text/html"));
        app.MapGet("/chat.css", () => Part("chat.css", "text/css"));
        app.MapGet("/chat.js", () => Part("chat.js", "text/javascript"));
        app.MapGet("/chats", () => Json(api.Users.Select(user => new { user.Id, user.FirstName, user.Username, user.Blocked, Unseen = user.Messages.Count })));
        app.MapPost("/chats", (NewUser user) =>
        {
            var id = api.Users.Select(known => known.Id).DefaultIfEmpty(1000).Max() + 1;
            api.User(id, user.FirstName, user.Username, user.Language);
            return Json(new { id });
        });
        app.MapGet("/chats/{id:long}", (long id) => api.Find(id) is { } user ? Json(Show(api, user)) : Results.NotFound());
        app.MapPost("/chats/{id:long}/send", (long id, Typed typed) =>
        {
            api.Find(id)?.Send(typed.Text);
            return Results.NoContent();
        });
        app.MapPost("/chats/{id:long}/press", async (long id, Pressed pressed, CancellationToken cancellation) =>
        {
            if (api.Find(id) is not { } user || user.Messages.FirstOrDefault(message => message.Id == pressed.Message) is not { } message)
                return Results.NotFound();
            return Json(new { answer = await user.Press(message, pressed.Button, cancellation) });
        });
        app.MapPost("/chats/{id:long}/open", (long id, Pressed pressed) =>
            api.Find(id) is { } user && user.Messages.FirstOrDefault(message => message.Id == pressed.Message) is { } message
                ? Json(new { url = user.Opens(message, pressed.Button) }) : Results.NotFound());
        app.MapPost("/chats/{id:long}/block", (long id) =>
        {
            if (api.Find(id) is { Blocked: false } user)
                user.Block();
            else
                api.Find(id)?.Unblock();
            return Results.NoContent();
        });
        app.MapGet("/chats/{id:long}/documents/{message:int}", (long id, int message) =>
            api.Find(id)?.Messages.FirstOrDefault(one => one.Id == message)?.Document is { } document ? Results.Bytes(document, "application/octet-stream", "document.json") : Results.NotFound());
        app.MapGet("/photos/{file}", (string file) =>
        {
            lock (api.Gate)
                return api.Files.At($"photos/{file}") is { } photo ? Results.Bytes(photo.Bytes, "image/jpeg") : Results.NotFound();
        });
    }

    private static object Show(BotApi api, BotUser user)
    {
        lock (api.Gate)
        {
            return new
            {
                user.Id,
                user.FirstName,
                user.Blocked,
                user.Started,
                Bot = new { api.Options.BotName, api.Options.BotUsername },
                Commands = api.Settings.CommandsFor(user.Language),
                Messages = user.Messages.TakeLast(100).Select(message => new
                {
                    message.Id,
                    message.FromBot,
                    message.Sent,
                    IsEdited = message.Edited is not null,
                    message.Text,
                    message.Entities,
                    Photo = message.Photo is { } photo ? $"photos/{photo.FileId}.jpg" : null,
                    Document = message.Document is null ? null : $"chats/{user.Id}/documents/{message.Id}",
                    message.Rows,
                }),
            };
        }
    }

    private static IResult Part(string name, string type) =>
        Results.Stream(typeof(ChatPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in."), type);

    private static IResult Json(object value) => Results.Json(value, new JsonSerializerOptions(WireJson.Options));

    private sealed record NewUser(string FirstName, string? Username, string? Language);

    private sealed record Typed(string Text);

    private sealed record Pressed(int Message, string Button);
}
