using System.Data.Common;
using System.Globalization;
using Dapper;
using Weave.Communities;
using Weave.Notifications;

namespace Weave.Members;

/// <summary>One member, for as long as the account exists. Asked by pages, bot and grains; written by the member and by the account index.</summary>
internal sealed class MemberGrain([PersistentState("state")] IPersistentState<MemberGrain.State> state, DbDataSource database, TimeProvider time)
    : Grain, IMemberGrain
{
    private Member Me => state.State.Member ?? throw new Refused(Refusal.NotFound);

    public async Task Create(NewMember member)
    {
        if (state.State.Member is not null)
            return;
        var name = Inputs.Clip(member.Name, ProfileLimits.Name);
        var profile = new Profile
        {
            Name = name.Length > 0 ? name : member.Telegram?.Username ?? "?",
            TimeZone = Inputs.IsZone(member.TimeZone) ? member.TimeZone! : Profile.UnknownZone,
        };
        await Store(new Member
        {
            Id = this.GetPrimaryKey(),
            Profile = profile,
            Card = new ContactCard { Email = member.Email ?? "", Telegram = member.Telegram?.Username ?? "" },
            Settings = new MemberSettings { Language = MemberSettings.Supported.Contains(member.Language, StringComparer.Ordinal) ? member.Language : "en" },
            Emails = member.Email is { } email ? [email] : [],
            Telegram = member.Telegram,
            NextQuestion = profile.Next(passed: 0),
            Since = time.GetUtcNow(),
        });
    }

    public Task<Member> Get() => Task.FromResult(Me);

    public Task<MemberCard> Card() => Task.FromResult(new MemberCard(Me.Id, Me.Profile));

    public Task<Member> Change(ProfileChange change) => Store(Me with { Profile = change.Apply(Me.Profile) });

    public async Task<Member> Pass(ProfileQuestion question)
    {
        if (!Enum.IsDefined(question))
            throw new Refused(Refusal.Invalid);
        var passed = state.State.Passed | question.Bit();
        await state.Store(new State { Member = Me with { NextQuestion = Me.Profile.Next(passed) }, Passed = passed });
        return Me;
    }

    public Task SetSettings(MemberSettings settings)
    {
        if (!MemberSettings.Supported.Contains(settings.Language, StringComparer.Ordinal))
            throw new Refused(Refusal.Invalid, nameof(settings.Language));
        return Store(Me with { Settings = settings with { Shares = settings.Shares & ContactFields.All } });
    }

    public Task SetCard(ContactCard card) => Store(Me with { Card = card.Checked() });

    public Task SetPicture(string? version) => Store(Me with { Profile = Me.Profile with { Picture = version } });

    public Task AddEmail(string address) => Me.Emails.Contains(address, StringComparer.Ordinal) ? Task.CompletedTask : Store(Me with
    {
        Emails = Me.Emails.Add(address),
        Card = Me.Card.Email.Length > 0 ? Me.Card : Me.Card with { Email = address },
    });

    public Task LinkTelegram(TelegramLink telegram)
    {
        var link = telegram with { Unreachable = false };
        // What was taken over from Telegram follows it; what the member typed themselves stays.
        var follows = Me.Card.Telegram.Length == 0 || Me.Card.Telegram == Me.Telegram?.Username;
        return Me.Telegram == link ? Task.CompletedTask : Store(Me with
        {
            Telegram = link,
            Card = follows ? Me.Card with { Telegram = link.Username ?? "" } : Me.Card,
        });
    }

    public Task TelegramUnreachable() => Me.Telegram is not { Unreachable: false } reachable
        ? Task.CompletedTask
        : Store(Me with { Telegram = reachable with { Unreachable = true } });

    public async Task<IReadOnlyList<CommunityMembership>> Communities()
    {
        var rows = await Rows(Me.Id);
        return [.. rows.Select(row => new CommunityMembership(row.Slug, row.Name, row.Status)).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    public async Task Notify(Notice notice, string key)
    {
        if (await Address(notice, key) is { } addressed)
            await GrainFactory.GetGrain<IOutboxGrain>(addressed.Channel).Enqueue([addressed.Message]);
    }

    public Task<AddressedMessage?> Address(Notice notice, string key)
    {
        var (channel, recipient) = Me switch
        {
            { Telegram: { Unreachable: false } telegram } => (OutboxChannel.Telegram, telegram.UserId.ToString(CultureInfo.InvariantCulture)),
            { Emails: [var address, ..] } => (OutboxChannel.Email, address),
            _ => (null, ""),
        };
        return Task.FromResult(channel is null ? null : new AddressedMessage(
            channel, new OutboxMessage { Key = $"{key}:{Me.Id:N}", Recipient = recipient, Language = Me.Settings.Language, Notice = notice, Member = Me.Id }));
    }

    public async Task<bool> GiveUp()
    {
        if (state.State.Member is not { } me)
            return true;
        if (me.Emails.Length + (me.Telegram is null ? 0 : 1) > 1 || (await Communities()).Count > 0
            || await GrainFactory.GetGrain<ISiteGrain>(0).IsAdministrator(me.Id))
            return false;
        await GrainFactory.GetGrain<IPictureGrain>(me.Id).Set(null);
        await state.ClearStateAsync();
        return true;
    }

    public Task Erase() => state.ClearStateAsync();

    private async Task<IEnumerable<Membership>> Rows(Guid member)
    {
        await using var db = await database.OpenConnectionAsync();
        return await db.QueryAsync<Membership>(
            "SELECT l.Slug, l.Name, m.Status FROM Membership m JOIN CommunityListing l ON l.Slug = m.Community WHERE m.Member = @member", new { member });
    }

    private async Task<Member> Store(Member member)
    {
        await state.Store(state.State with { Member = member });
        return member;
    }

    [GenerateSerializer, Alias("memberState")]
    internal sealed record State
    {
        /// <summary>Null before the account index has made it.</summary>
        [Id(0)] public Member? Member { get; init; }

        /// <summary>The questions asked so far, a bit each.</summary>
        [Id(1)] public int Passed { get; init; }
    }

    private sealed record Membership
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required MembershipStatus Status { get; init; }
    }
}
