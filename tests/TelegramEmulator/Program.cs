using Weave.Telegram.Emulator;

var url = args is [var given, ..] ? given : "http://localhost:5090";
var firstUpdate = (int)(DateTimeOffset.UtcNow - new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;
await using var api = await BotApi.Start(new BotApiOptions { Url = url, FirstUpdate = firstUpdate });
api.User(1001, "Anna", "anna", "en");
api.User(1002, "Борис", null, "ru");
Console.WriteLine($"""
    Telegram is emulated at {api.Url}: open it in a browser and talk to the bot as anybody you like.

    Start Weave beside it:
      Telegram__Token={api.Token} Telegram__BaseUrl={api.Url} dotnet run --project Web

    Ctrl+C ends it.
    """);
await api.Stopped();
return 0;
