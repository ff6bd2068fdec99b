using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Weave.Members;
using Xunit;

namespace Weave.Rooms;

/// <summary>The pages of those who lead a room, and what the hub keeps from others.</summary>
public sealed class PowersPagesTests(WeaveApp weave) : IClassFixture<WeaveApp>, IAsyncLifetime
{
    private readonly Visitor _anna = new(weave.Url);
    private readonly Visitor _sam = new(weave.Url);
    private readonly RoomSetup _setup = new(weave.Grains);
    private Guid _samId;

    private IRoomGrain Room => weave.Grains.GetGrain<IRoomGrain>(_setup.Room);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (anna, sam) = (RoomSetup.Address("anna"), RoomSetup.Address("sam"));
        await _setup.Open(anna);
        _samId = await _setup.Joined(sam);
        await _anna.SignIn(anna, "anna", _setup.Path);
        await _sam.SignIn(sam, "sam", _setup.Path);
        await weave.Grains.GetGrain<IMemberGrain>(_samId).Change(new ProfileChange { Name = "=SUM(1)" });
    }

    public ValueTask DisposeAsync()
    {
        _anna.Dispose();
        _sam.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_plan_is_changed_before_and_during_and_what_is_wrong_is_said_at_its_field()
    {
        await _anna.Open($"{_setup.Path}/plan");
        Assert.Contains("value=\"Founders meet CFOs\"", _anna.Html, StringComparison.Ordinal);
        await _anna.Send("plan", Form(rounds: 41));
        Assert.Contains("id=\"Rounds-error\"", _anna.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Breakfast\"", _anna.Html, StringComparison.Ordinal);

        await _anna.Send("plan", Form(rounds: 5));

        Assert.Contains("The plan is saved", _anna.Text, StringComparison.Ordinal);
        var plan = (await Room.Page(null)).Plan;
        Assert.Equal(("Breakfast", 5, TimeSpan.FromSeconds(60), 2), (plan.Title, plan.Rounds, plan.SpeakerTime, plan.TableSize));
        await Room.Join(_setup.Organizer, null, null);
        await Room.Join(_samId, null, null);
        await Room.StartRound(_setup.Organizer, 0);
        await _anna.Open($"{_setup.Path}/plan");
        Assert.DoesNotContain("datetime-local", _anna.Html, StringComparison.Ordinal);
        await _anna.Send("plan", Form(rounds: 3));
        Assert.Equal(3, (await Room.Page(null)).Plan.Rounds);
    }

    [Fact]
    public async Task Attendance_is_for_those_who_lead_and_goes_into_a_spreadsheet_as_text()
    {
        await Room.Join(_setup.Organizer, null, null);
        await Room.Join(_samId, null, null);
        await Room.Register(await _setup.Joined("lena@example.org"));
        foreach (var path in new[] { "plan", "attendance", "attendance.csv" })
            Assert.Equal(HttpStatusCode.Forbidden, (await _sam.Open($"{_setup.Path}/{path}")).Status);

        await _anna.Open($"{_setup.Path}/attendance");
        Assert.Contains("=SUM(1)", _anna.Text, StringComparison.Ordinal);
        Assert.Contains("still here", _anna.Text, StringComparison.Ordinal);
        Assert.Contains("Had a place and have not come: 1", _anna.Text, StringComparison.Ordinal);
        await Room.Close(_setup.Organizer, 0);
        Assert.DoesNotContain("still here", (await _anna.Open($"{_setup.Path}/attendance")).Text, StringComparison.Ordinal);
        Assert.Contains($"{_setup.Path}/attendance", (await _anna.Open(_setup.Path)).Html, StringComparison.Ordinal);

        await _anna.Open($"{_setup.Path}/attendance.csv");

        Assert.StartsWith("\"Name\",\"Joined\",\"Left\",\"Minutes present\",\"Rounds sat\"\r\n", _anna.Html, StringComparison.Ordinal);
        Assert.Contains("\r\n\"'=SUM(1)\",\"", _anna.Html, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\"lena@example\",\"\",\"\",\"0\",\"0\"\r\n", _anna.Html, StringComparison.Ordinal);
        _anna.Cookies.Add(weave.Url, new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=ru|uic=ru")));
        await _anna.Open($"{_setup.Path}/attendance.csv");
        Assert.StartsWith("\"Имя\";\"Пришли\";\"Ушли\";", _anna.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna", "\"Anna\"")]
    [InlineData("A \"quoted\", name", "\"A \"\"quoted\"\", name\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM", "\"'@SUM\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_never_a_formula(string text, string cell) => Assert.Equal(cell, AttendanceCsv.Cell(text));

    [Fact]
    public async Task Who_is_taken_out_hears_nothing_more_and_meets_words_on_the_page()
    {
        await using var anna = RoomClient.For(weave.Url, _anna);
        await using var sam = RoomClient.For(weave.Url, _sam);
        await anna.Join(_setup.Room);
        await sam.Join(_setup.Room);
        Assert.Equal("notAnOrganizer", (await sam.Refusal("Desk")).Reason);

        await anna.Hub.InvokeAsync("TakeOut", 1, Cancel);
        await sam.Next("takenOut");
        await anna.Hub.InvokeAsync("Broadcast", "k", "Only for those in the room", Cancel);
        await anna.Next("houseChanged");

        Assert.Equal("notInTheRoom", (await sam.Refusal("Snapshot", _setup.Room)).Reason);
        Assert.Equal("takenOut", (await sam.Refusal("Join", _setup.Room)).Reason);
        await sam.Hub.StopAsync(Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sam.Next("houseChanged"));
        Assert.Contains("An organizer has taken you out", (await _sam.Open(_setup.Path)).Text, StringComparison.Ordinal);
        await anna.Hub.InvokeAsync("LetIn", 1, Cancel);
        Assert.Contains("id=\"room\"", (await _sam.Open(_setup.Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_room_says_so_on_the_page()
    {
        await Room.Lock(_setup.Organizer, locked: true);

        Assert.Contains("This room is locked", (await _sam.Open(_setup.Path)).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"room\"", (await _anna.Open(_setup.Path)).Html, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Form(int rounds) =>
    [
        ("Input.Title", "Breakfast"), ("Input.StartsAt", "2040-03-06T10:00"), ("Input.Capacity", "30"), ("Input.TableSize", "2"), ("Input.Rounds", $"{rounds}"),
        ("Input.RoundLength", "8"), ("Input.SpeakerTime", "60"), ("Input.FloorTime", "0"), ("Input.Aim", "FewRepeats"),
    ];
}
