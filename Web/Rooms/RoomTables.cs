namespace Weave.Rooms;

/// <summary>What is read off a snapshot or a plan in more than one place.</summary>
internal static class RoomTables
{
    /// <summary>The table somebody sits at, from 1; zero without one.</summary>
    public static int TableOf(this RoomSnapshot room, int number) =>
        room.Tables.TakeWhile(table => !table.Contains(number)).Count() is var index && index < room.Tables.Count ? index + 1 : 0;

    /// <summary>I am on the stage, or have the floor.</summary>
    public static bool IsMyTurn(this RoomSnapshot room) => room.Stage is [var speaker, ..] && speaker == room.Me;

    /// <summary>The table's own call: a hyphen and the number behind the path. Null without one.</summary>
    public static string? VoiceAt(this RoomPlan plan, int table)
    {
        if (!Uri.TryCreate(plan.VoiceUrl, UriKind.Absolute, out var address))
            return null;
        var call = new UriBuilder(address);
        call.Path = $"{call.Path.TrimEnd('/')}-{table}";
        return call.Uri.AbsoluteUri;
    }
}
