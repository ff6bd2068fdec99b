using System.Text.RegularExpressions;
using MimeKit;
using Weave.Agenda;
using Weave.Communities;
using Weave.Matching;
using Weave.Members;
using Weave.Rooms;
using Xunit;

namespace Weave.Notifications;

/// <summary>Rooms that are planned, for members who have no other way than mail, through a real mail server.</summary>
public sealed partial class RoomLetterTests : IAsyncLifetime
{
    /// <summary>In less than a day: nobody moves the clock, on which mail servers and calls wait.</summary>
    private static readonly DateTimeOffset Begins = new(2040, 3, 6, 5, 0, 0, TimeSpan.Zero);
    private readonly MailApp _weave = new();

    public ValueTask InitializeAsync() => _weave.InitializeAsync();

    public ValueTask DisposeAsync() => _weave.DisposeAsync();

    [Fact]
    public async Task A_room_is_accepted_by_a_button_of_the_mail_reminded_of_with_a_calendar_entry_moved_and_called_off()
    {
        var (room, anna, organizer) = await Planned("en");
        await Grain(room).Announce(organizer);
        await Due(room, $"announce:{Guid.Empty:N}");
        var asked = await Mail(anna);
        Assert.Equal("A live room: CFO evening", asked.Subject);
        Assert.Contains("Tue 6:00", asked.TextBody!.Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", asked.Headers["List-Unsubscribe-Post"]);
        using var browser = new Visitor(_weave.Url);
        await browser.Open(Links(asked)[0]);
        Assert.Contains("Come to CFO evening?", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoomPlace.None, (await Grain(room).Coming(anna)).Mine);
        await browser.Send("answer");
        Assert.Contains("Noted: you will come", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoomPlace.Coming, (await Grain(room).Coming(anna)).Mine);
        await Due(room, $"taken:{anna:N}");
        var taken = await Mail(anna);
        Assert.StartsWith("You have a place: CFO evening, ", taken.Subject, StringComparison.Ordinal);
        Assert.Equal((Begins, 0), Entry(taken) is var first ? (first.Start(), first.Sequence) : default);

        await Due(room, "Day");
        var day = await Mail(anna);
        Assert.StartsWith("CFO evening begins ", day.Subject, StringComparison.Ordinal);
        Assert.Equal((Begins, 0), Entry(day) is var entry ? (entry.Start(), entry.Sequence) : default);

        await Grain(room).Reschedule(organizer, Begins.AddDays(2));
        await Due(room, "moved:1");
        var moved = await Mail(anna);
        Assert.StartsWith("CFO evening was moved: ", moved.Subject, StringComparison.Ordinal);
        Assert.Equal((Begins.AddDays(2), 1), Entry(moved) is var again ? (again.Start(), again.Sequence) : default);
        await browser.Open(Links(moved)[0]);
        await browser.Send("answer");
        Assert.Contains("Your place is free", browser.Text, StringComparison.Ordinal);
        Assert.Equal(RoomPlace.None, (await Grain(room).Coming(anna)).Mine);

        await Grain(room).Register(anna);
        await Grain(room).Cancel(organizer);
        await Due(room, "cancelled");
        var off = await Mail(anna);
        Assert.Equal("Called off: CFO evening", off.Subject);
        Assert.Equal("CANCEL", CalendarReading.Read(Calendar(off)).Method);
    }

    [Fact]
    public async Task A_reminder_is_in_the_members_language_and_zone()
    {
        var (room, anna, _) = await Planned("ru");
        await Grain(room).Register(anna);
        await Due(room, "Day");

        var mail = await Mail(anna);

        Assert.StartsWith("CFO evening: начало ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("6:00", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Не смогу прийти", mail.TextBody, StringComparison.Ordinal);
    }

    private IRoomGrain Grain(Guid room) => _weave.Grains.GetGrain<IRoomGrain>(room);

    private async Task<(Guid Room, Guid Anna, Guid Organizer)> Planned(string language)
    {
        var organizer = await _weave.Member("Olga", "en");
        var slug = await _weave.Community("Founders", organizer);
        var anna = await _weave.Member("Anna", language);
        await _weave.Grains.GetGrain<ICommunityGrain>(slug).Join(anna);
        var room = await _weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(new RoomPlan { Title = "CFO evening", StartsAt = Begins }, organizer);
        return (room, anna, organizer);
    }

    /// <summary>What is due is told at once.</summary>
    private Task Due(Guid room, string what) => Grain(room).AsReference<IDueGrain>().OnDue(what);

    /// <summary>The next mail to a member.</summary>
    private async Task<MimeMessage> Mail(Guid member)
    {
        var address = (await _weave.Grains.GetGrain<IMemberGrain>(member).Get()).Emails[0];
        while (true)
            if (await _weave.Next() is var mail && mail.To.Mailboxes.Single().Address == address)
                return mail;
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Entry(MimeMessage mail) => CalendarReading.Read(Calendar(mail)).Event;

    private static string Calendar(MimeMessage mail)
    {
        var part = mail.BodyParts.OfType<TextPart>().Single(part => part.ContentType.MediaSubtype == "calendar");
        return part.Text.ReplaceLineEndings("\r\n");
    }

    private static IReadOnlyList<string> Links(MimeMessage mail) => [.. AnswerLink().Matches(mail.TextBody!.ReplaceLineEndings("\n")).Select(link => new Uri(link.Value).PathAndQuery)];

    [GeneratedRegex(@"https://weave\.example\.org/answer/\S+")]
    private static partial Regex AnswerLink();
}
