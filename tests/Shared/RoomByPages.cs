using System.Globalization;

namespace Weave;

/// <summary>A room made through the pages, as a process of Weave leaves no other way.</summary>
public static class RoomByPages
{
    /// <summary>The first of these people founds a community and opens a room in it, with introductions and an open floor; the others join the community.</summary>
    public static async Task<Guid> Open(IReadOnlyList<Visitor> people)
    {
        var organizer = people[0];
        await organizer.Open("/communities/new?name=Founders");
        await organizer.Send("create", ("Form.Name", "Founders"), ("Form.Slug", "founders"), ("Form.Language", "en"), ("Form.TimeZone", "Etc/UTC"), ("Form.Admission", "Open"));
        var soon = DateTime.UtcNow.AddMinutes(5).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        await organizer.Open("/c/founders/organize/rooms");
        await organizer.Send("open-room", ("Input.Title", "Evening"), ("Input.StartsAt", soon), ("Input.Capacity", "30"), ("Input.TableSize", "2"),
            ("Input.Rounds", "2"), ("Input.RoundLength", "10"), ("Input.SpeakerTime", "60"), ("Input.FloorTime", "10"));
        var room = Guid.Parse(organizer.Path.Split('/')[2]);
        foreach (var member in people.Skip(1))
            await (await member.Open("/join/founders")).Send("join");
        return room;
    }
}
