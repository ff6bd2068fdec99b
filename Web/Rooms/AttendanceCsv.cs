using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>
/// The attendance of a room as a table for spreadsheets, with the separator that they expect in the reader's language. What would be taken for a formula is text.
/// </summary>
internal static class AttendanceCsv
{
    /// <summary>The names of the columns' texts, in order.</summary>
    public static readonly IReadOnlyList<string> Columns = ["Name", "Joined", "Left", "Minutes", "Rounds"];

    private const string Moment = "yyyy-MM-dd HH:mm";

    /// <summary>By the first of these a spreadsheet knows a formula; tabs and line ends may stand before one.</summary>
    private const string Formula = "=+-@\t\r\n";

    /// <param name="absent">Those who had a place and did not come: after the others, without times.</param>
    public static string Write(RoomDesk desk, IReadOnlyList<MemberCard> absent, TimeZoneInfo zone, IStringLocalizer texts)
    {
        var csv = new StringBuilder();
        Line(csv, Columns.Select(column => texts[column].Value));
        foreach (var person in desk.People)
        {
            Line(csv,
            [
                person.Name.Length > 0 ? person.Name : texts["Erased"].Value,
                Local(person.Joined, zone),
                person.Presence == Presence.Left ? Local(person.Since, zone) : "",
                ((int)person.Present.TotalMinutes).ToString(CultureInfo.InvariantCulture),
                person.Rounds.ToString(CultureInfo.InvariantCulture),
            ]);
        }
        foreach (var member in absent)
            Line(csv, [member.Profile.Name, "", "", "0", "0"]);
        return csv.ToString();
    }

    public static string Cell(string text) => $"\"{(text.Length > 0 && Formula.Contains(text.TrimStart(' ').FirstOrDefault(), StringComparison.Ordinal) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(CultureInfo.CurrentCulture.TextInfo.ListSeparator, cells.Select(Cell)).Append("\r\n");

    private static string Local(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString(Moment, CultureInfo.InvariantCulture);
}
