using Weave.Communities;
using Weave.Notifications;

namespace Weave.Members;

/// <summary>One member: profile, settings, linked accounts. Key: the member id. Every method but <see cref="Create"/> and <see cref="Erase"/> refuses with
/// <see cref="Refusal.NotFound"/> when there is no such member.</summary>
[Alias("memberGrain")]
public interface IMemberGrain : IGrainWithGuidKey
{
    /// <summary>Makes the member; called by the account index, harmless when repeated.</summary>
    [Alias("create")]
    Task Create(NewMember member);

    [Alias("get")]
    Task<Member> Get();

    /// <summary>What others may see.</summary>
    [Alias("card")]
    Task<MemberCard> Card();

    /// <summary>Stores some answers. Refuses with the field's name and stores nothing when one of them is not acceptable.</summary>
    [Alias("change")]
    Task<Member> Change(ProfileChange change);

    /// <summary>Marks a question of the questionnaire as asked, answered or skipped; harmless when repeated.</summary>
    [Alias("pass")]
    Task<Member> Pass(ProfileQuestion question);

    [Alias("setSettings")]
    Task SetSettings(MemberSettings settings);

    /// <summary>Stores what the member would give away, verified by form only.</summary>
    [Alias("setCard")]
    Task SetCard(ContactCard card);

    /// <summary>Records the version of the picture that <see cref="IPictureGrain"/> holds; null when it was removed.</summary>
    [Alias("setPicture")]
    Task SetPicture(string? version);

    /// <summary>Adds a verified address. Called by the account index only.</summary>
    [Alias("addEmail")]
    Task AddEmail(string address);

    /// <summary>Links a Telegram account, or notes its new username; clears <see cref="TelegramLink.Unreachable"/>.</summary>
    [Alias("linkTelegram")]
    Task LinkTelegram(TelegramLink telegram);

    /// <summary>The bot was answered 403: nothing more is sent by Telegram until the member speaks to it again.</summary>
    [Alias("telegramUnreachable")]
    Task TelegramUnreachable();

    /// <summary>The communities they belong to or wait for, by name.</summary>
    [Alias("communities")]
    Task<IReadOnlyList<CommunityMembership>> Communities();

    /// <summary>
    /// Tells the member by the best way there is: Telegram when linked and reachable, else e-mail, else only the pages. Returns when the
    /// message is in the durable outbox. <paramref name="key"/> makes repeating harmless.
    /// </summary>
    [Alias("notify")]
    Task Notify(Notice notice, string key);

    /// <summary>The message by which <see cref="Notify"/> would tell the member, not yet sent; null when only the pages could. For telling many at once.</summary>
    [Alias("address")]
    Task<AddressedMessage?> Address(Notice notice, string key);

    /// <summary>
    /// Ends a member whom nobody would miss: one identity at most, no community, no office. Returns false and changes nothing otherwise.
    /// Called by the account index when that identity goes to somebody else.
    /// </summary>
    [Alias("giveUp")]
    Task<bool> GiveUp();

    /// <summary>Ends the member for good. Called by <see cref="IPersonalDataGrain"/> only, which sees to all the rest; harmless when repeated.</summary>
    [Alias("erase")]
    Task Erase();
}
