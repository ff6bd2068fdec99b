using Weave.Communities;
using Weave.Members;
using Weave.Rooms;
using Weave.Telegram.Emulator;

namespace Weave.Telegram;

/// <summary>A room, its community and organizer, and people who come to it by their chats.</summary>
internal sealed class ChatRoom
{
    private readonly BotApp _weave;
    private readonly string _title;

    private ChatRoom(BotApp weave, Guid organizer, string slug, Guid id, string title) => (_weave, Organizer, Slug, Id, _title) = (weave, organizer, slug, id, title);

    public Guid Organizer { get; }

    public string Slug { get; }

    public Guid Id { get; }

    public IRoomGrain Grain => _weave.Grains.GetGrain<IRoomGrain>(Id);

    /// <summary>A room that has just begun; of pairs and one round unless the plan says otherwise.</summary>
    public static async Task<ChatRoom> Open(BotApp weave, string title, Func<RoomPlan, RoomPlan>? plan = null)
    {
        var organizer = await weave.Member("Olga");
        return await Open(weave, organizer, await weave.Community("Founders", organizer), title, plan);
    }

    /// <summary>Another room of the same community.</summary>
    public Task<ChatRoom> Another(string title) => Open(_weave, Organizer, Slug, title, plan: null);

    /// <summary>Somebody with Telegram joins the community.</summary>
    public Task<BotUser> Person(string name, string language = "en") => Person(_weave.Newcomer(name, language));

    /// <summary>They join the community.</summary>
    public async Task<BotUser> Person(BotUser user)
    {
        await user.Joins(Slug, user.Language == "ru" ? "Пропустить" : "Skip");
        await _weave.Grains.GetGrain<IMemberGrain>(await MemberOf(user)).Change(new ProfileChange { Headline = "CFO", Interests = ["fintech", "chess"] });
        return user;
    }

    /// <summary>Comes into the room from the list; returns its message.</summary>
    public async Task<ChatMessage> Enter(BotUser user) =>
        await user.Taps(await user.Taps(await user.Says("/rooms"), _title), user.Language == "ru" ? "Участвовать здесь" : "Join here");

    /// <summary>The organizer is in the room without a browser, and sits at tables.</summary>
    public Task OrganizerComesIn() => Grain.Join(Organizer, connection: null, host: null);

    /// <summary>Somebody with a browser joins the community and comes into the room.</summary>
    public async Task<Guid> Guest(string name)
    {
        var guest = await _weave.Member(name);
        await _weave.Grains.GetGrain<ICommunityGrain>(Slug).Join(guest);
        await Grain.Join(guest, connection: null, host: null);
        return guest;
    }

    public async Task<Guid> MemberOf(BotUser user) => (await _weave.MemberOf(user)).Id;

    public async Task<int> NumberOf(BotUser user) => (await Grain.Snapshot(await MemberOf(user))).Me;

    private static async Task<ChatRoom> Open(BotApp weave, Guid organizer, string slug, string title, Func<RoomPlan, RoomPlan>? plan)
    {
        var usual = new RoomPlan { Title = title, StartsAt = DateTimeOffset.UtcNow, TableSize = 2, Rounds = 1 };
        var id = await weave.Grains.GetGrain<ICommunityGrain>(slug).OpenRoom(plan?.Invoke(usual) ?? usual, organizer);
        return new(weave, organizer, slug, id, title);
    }
}
