using Weave.Communities;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;

namespace Weave.Telegram;

/// <summary>A live room of a community of its own, and people who come into it from their chats with the bot.</summary>
internal sealed class ChatRoom
{
    private readonly BotApp _weave;
    private readonly string _title;

    private ChatRoom(BotApp weave, string title) => (_weave, _title) = (weave, title);

    public required Guid Id { get; init; }

    public required Guid Organizer { get; init; }

    public required string Slug { get; init; }

    public IRoomGrain Grain => _weave.Grains.GetGrain<IRoomGrain>(Id);

    /// <summary>Tables of two and two rounds, unless the plan says otherwise.</summary>
    public static async Task<ChatRoom> Open(BotApp weave, RoomPlan? plan = null)
    {
        plan ??= new RoomPlan { Title = "Founders meet CFOs", StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 2 };
        var organizer = await weave.Member("Olga");
        var slug = await weave.Community("Founders", organizer);
        return new(weave, plan.Title) { Id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(plan, organizer), Organizer = organizer, Slug = slug };
    }

    /// <summary>The organizer is in the room without a browser, and sits at tables.</summary>
    public Task OrganizerComesIn() => Grain.Join(Organizer, connection: null, host: null);

    /// <summary>So many people who have no chat, called "Guest 1" and on.</summary>
    public async Task GuestsComeIn(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var guest = await _weave.Member($"Guest {i}");
            await _weave.Grains.GetGrain<ICommunityGrain>(Slug).Join(guest);
            await Grain.Join(guest, connection: null, host: null);
        }
    }

    /// <summary>A member of the community with nothing but Telegram, outside of the room.</summary>
    public async Task<BotUser> Person(string name, string? language = null)
    {
        var user = _weave.Newcomer(name, language);
        await user.Joins(Slug, language == "ru" ? "Пропустить" : "Skip");
        await _weave.Grains.GetGrain<IMemberGrain>(await IdOf(user)).Change(new ProfileChange { Headline = "CFO", Interests = ["fintech", "chess"] });
        return user;
    }

    /// <summary>Comes in by the list of rooms; returns the message that shows the room.</summary>
    public async Task<ChatMessage> ComesIn(BotUser user) =>
        await user.Taps(await user.Taps(await user.Says("/rooms"), _title), user.Language == "ru" ? "Участвовать здесь" : "Join here");

    public async Task<Guid> IdOf(BotUser user) => (await _weave.MemberOf(user)).Id;
}
